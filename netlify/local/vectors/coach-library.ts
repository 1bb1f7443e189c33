import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { CoachExercise, CoachLibrary } from '#domain/coach/coach-exercise.js'
import { LibraryExercise } from '#domain/library/exercise.schema.js'
import { exerciseIn, libraryOf } from '#domain/library/library-facts.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import { ExerciseId, numberedId } from '#domain/values/id.schema.js'

const seeds = new URL('../../../seeds/exercises.json', import.meta.url)

let library: CoachLibrary | undefined

/** Returns the library that the vectors of the coach are answered with: the seeded one. */
export function coachLibrary(): CoachLibrary {
  library ??= seededLibrary()
  return library
}

/** Returns the id of an exercise in the library of the vectors. */
export function coachIdOf(slug: string): ExerciseId {
  const id = [...coachLibrary().values()].find((exercise) => exercise.slug === slug)?.id
  if (!id) throw new Error(`the library of the vectors has no ${slug}`)
  return id
}

/** Returns an exercise of the library of the vectors. */
export function coachExercise(slug: string): CoachExercise {
  return exerciseIn(coachLibrary(), coachIdOf(slug))
}

function seededLibrary(): CoachLibrary {
  const exercises = z.array(LibraryExercise).parse(JSON.parse(readFileSync(seeds, 'utf8')))
  const idOf = new Map(exercises.map(({ slug }, index) => [String(slug), numberedId(ExerciseId, index + 1)]))
  const known = (slug: string) => ExerciseId.parse(idOf.get(slug))
  return libraryOf(
    exercises.map(({ prerequisites, defaultSets, defaultTempo, defaultRestSeconds, ...facts }) => ({
      ...facts,
      id: known(facts.slug),
      defaults: targetsOf(defaultSets),
      tempo: defaultTempo,
      restSeconds: defaultRestSeconds,
      prerequisites: prerequisites.map((group) => group.map(known)),
      ...{ lateral: [], formerSlugs: [], retired: false },
    })),
  )
}
