import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { Steps } from '#domain/values/steps.js'

/** The days on which each category was trained, oldest first; a day is listed once for each session. */
export type TrainedDays = ReadonlyMap<Category, readonly string[]>

/** Lists the days on which each category was trained, once for all exercises of a plan. */
export function* trainedDays({ sessions }: TrainingLog, library: Library): Steps<TrainedDays> {
  const days = new Map<Category, string[]>()
  for (const { date, exercises } of sessions) {
    const trained = exercises.filter(({ sets }) => sets.length > 0)
    for (const category of new Set(trained.map(({ exerciseId }) => exerciseIn(library, exerciseId).category))) {
      const known = days.get(category) ?? []
      days.set(category, known)
      known.push(date)
    }
    yield
  }
  return new Map([...days].map(([category, known]) => [category, known.sort()]))
}
