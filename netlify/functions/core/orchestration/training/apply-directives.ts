import type { DomainEvent } from '#domain/event/event.js'
import type { Library } from '#domain/library/library-facts.js'
import { directiveOf } from '#domain/training/directives.js'
import type { Directive } from '#domain/training/training-log.js'
import type { Context } from '#orchestration/context.js'
import type { VersionedTrainingLog } from '#queries/training-log.js'
import { changeTraining, type TrainingChange } from './training-change.js'

/**
 * Adds what the athlete or a test decided to the training log, in the order of the events, and
 * prepares what follows from it. The given events come first in the result.
 *
 * @throws Error when one of the events is no directive.
 */
export function applyDirectives(
  { athleteId, ruleBook }: Pick<Context, 'athleteId' | 'ruleBook'>,
  events: readonly DomainEvent[],
  at: Date,
  trainingLog: VersionedTrainingLog,
  library: Library,
): TrainingChange {
  const directives = events.map(directiveFrom)
  const after = { ...trainingLog, directives: [...trainingLog.directives, ...directives] }
  const change = changeTraining({ athleteId, ruleBook, now: at }, library, { before: trainingLog, after })
  return { ...change, events: [...events, ...change.events] }
}

function directiveFrom(event: DomainEvent): Directive {
  const directive = directiveOf(event)
  if (!directive) throw new Error(`${event.type} is no directive`)
  return directive
}
