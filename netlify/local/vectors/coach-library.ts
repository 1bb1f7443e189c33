import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { CoachExercise, CoachLibrary } from '#domain/coach/coach-exercise.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { Category, ExerciseSlug, Metric, Slot } from '#domain/library/vocabulary.js'
import { ExerciseId, numberedId } from '#domain/values/id.schema.js'

const copy = new URL('../../tests/vectors/coach-library.json', import.meta.url)

const groups = z.array(z.array(z.string()))

const Copy = z.array(
  z.object({
    slug: ExerciseSlug,
    name: z.string(),
    category: Category,
    level: z.int(),
    difficulty: z.number(),
    slot: Slot,
    ladder: z.string(),
    loadable: z.boolean(),
    metric: Metric,
    unilateral: z.boolean(),
    defaults: z.array(z.int()),
    tempo: z.string(),
    restSeconds: z.int(),
    bodyMassFraction: z.number(),
    equipment: groups,
    tags: z.array(z.string()),
    prerequisites: groups,
  }),
)

let library: CoachLibrary | undefined

/** Returns the library that the vectors of the coach were made with, from the copy next to them. */
export function coachLibrary(): CoachLibrary {
  library ??= readCopy()
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

function readCopy(): CoachLibrary {
  const exercises = Copy.parse(JSON.parse(readFileSync(copy, 'utf8')))
  const idOf = new Map(exercises.map(({ slug }, index) => [String(slug), numberedId(ExerciseId, index + 1)]))
  const known = (slug: string) => ExerciseId.parse(idOf.get(slug))
  return new Map(
    exercises.map(({ prerequisites, ...facts }) => {
      const id = known(facts.slug)
      const required = prerequisites.map((group) => group.map(known))
      return [id, { ...facts, id, prerequisites: required, lateral: [], formerSlugs: [], retired: false }]
    }),
  )
}
