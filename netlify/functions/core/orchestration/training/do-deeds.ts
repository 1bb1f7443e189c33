import type { DomainEvent } from '#domain/event/event.js'
import type { Library } from '#domain/library/library-facts.js'
import { directiveOf } from '#domain/training/deeds.js'
import type { Directive } from '#domain/training/journal.js'
import type { Context } from '#orchestration/context.js'
import type { VersionedTrainingLog } from '#queries/journal.js'
import { changeTraining, type TrainingChange } from './training-change.js'

/**
 * Adds what the athlete or a test decided to the journal, in the order of the events, and plans what follows from it; the events
 * themselves come first.
 *
 * @throws Error when one of the events is no deed.
 */
export function applyDirectives(
  { athleteId }: Pick<Context, 'athleteId'>,
  events: readonly DomainEvent[],
  at: Date,
  journal: VersionedTrainingLog,
  library: Library,
): TrainingChange {
  const deeds = events.map(deedFrom)
  const after = { ...journal, deeds: [...journal.directives, ...deeds] }
  const change = changeTraining({ athleteId, now: at }, library, { before: journal, after })
  return { ...change, events: [...events, ...change.events] }
}

function deedFrom(event: DomainEvent): Directive {
  const deed = directiveOf(event)
  if (!deed) throw new Error(`${event.type} is no deed`)
  return deed
}
