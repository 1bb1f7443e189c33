import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import { instantInZone } from './instant-in-zone.js'

/** What demo data rests on. */
export type DemoWorld = {
  readonly library: readonly LibraryFacts[]
  /** At least the exercises that `chooseExercises` chooses. */
  readonly plannable: readonly PlannableExercise[]
  readonly timeZone: string
  readonly now: Date
  /** The date of `now` in that zone. */
  readonly today: string
  readonly ruleBook: RuleBook
}

export function libraryOf({ library }: DemoWorld): Library {
  return new Map(library.map((exercise) => [exercise.id, exercise]))
}

/** An instant of the athlete's clock, but never one that lies ahead. */
export function pastInstant({ timeZone, now }: DemoWorld, date: string, time: string): Date {
  const instant = instantInZone(timeZone, date, time)
  return instant < now ? instant : now
}
