import { daysBetween } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedSession } from '../training-log.js'
import type { Draft, TrainingState } from '../training-state.js'
import { type Entry, placesOf } from './entries.js'

/** Notes the categories in which a session hurt so much that it raised a red flag. */
export function notePain(
  draft: Draft,
  { date }: LoggedSession,
  entries: readonly Entry[],
  { progression: { pain } }: TrainingRules,
): void {
  for (const entry of entries) {
    const sets = placesOf(entry).flatMap((place) => place.sets)
    if (sets.some((set) => (set.pain ?? 0) > pain.stopAbove)) draft.strongPain.set(entry.facts.category, date)
  }
}

/**
 * Tells whether strong pain of the last days, today included, holds a category where it is. It is no
 * diagnosis: what hurt in one exercise may hurt in its neighbours.
 */
export function isPainful(
  { strongPain }: Pick<TrainingState, 'strongPain'>,
  category: Category,
  today: string,
  { judging: { pain } }: TrainingRules,
): boolean {
  const on = strongPain.get(category)
  return pain.holds === 'category' && on !== undefined && daysBetween(on, today) < pain.days
}
