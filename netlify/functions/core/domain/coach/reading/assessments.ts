import type { Category } from '#domain/library/vocabulary.js'
import type { Directive } from '#domain/training/training-log.js'
import { momentOf, type SlotNotes } from './coach-notes.js'

/** The moments at which the athlete said anew how strong they are, by category, oldest first. */
export type Assessments = ReadonlyMap<Category, readonly string[]>

/** Lists the assessments of a training log. */
export function assessmentsIn(directives: readonly Directive[]): Assessments {
  const found = new Map<Category, string[]>()
  for (const directive of directives) {
    if (directive.kind !== 'assessment') continue
    const moments = found.get(directive.category) ?? []
    found.set(directive.category, moments)
    moments.push(momentOf(directive.on, directive.at))
  }
  for (const moments of found.values()) moments.sort()
  return found
}

/**
 * Tells whether a slot's category was assessed after the slot was noted last: then it starts anew
 * from what was said.
 *
 * @param until the moment up to which assessments count.
 */
export function isOverruled({ category, moment }: SlotNotes, assessments: Assessments, until: string): boolean {
  const last = assessments.get(category)?.findLast((assessed) => assessed <= until)
  return last !== undefined && last > moment
}
