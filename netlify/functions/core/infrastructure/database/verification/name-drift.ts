import { type ExerciseName, namesOf } from '#domain/library/exercise-names.js'
import type { Called } from '../queries/exercise-names.js'
import type { Finding } from './check.js'

const remedy = 'npm run db:seed'

/** Lists names by which an exercise should be found and is not, and the other way round. */
export function nameDrift(stored: readonly ExerciseName[], called: readonly Called[]): Finding[] {
  const has = byContent(stored)
  const wanted = byContent(called.flatMap((exercise) => namesOf(exercise, exercise.aliases)))
  return [
    ...[...wanted].flatMap(([key, name]) => (has.has(key) ? [] : finding(name, 'is not among its names'))),
    ...[...has].flatMap(([key, name]) => (wanted.has(key) ? [] : finding(name, 'is not what it is called'))),
  ]
}

function byContent(names: readonly ExerciseName[]): ReadonlyMap<string, ExerciseName> {
  return new Map(
    names.map((name) => {
      const { slug, kind, language, folded, compact, letters, words } = name
      return [JSON.stringify([slug, kind, language, folded, compact, letters, [...words].sort()]), name]
    }),
  )
}

function finding({ slug, folded }: ExerciseName, problem: string): Finding {
  return { subject: slug, problem: `"${folded}" ${problem}: ${remedy}` }
}
