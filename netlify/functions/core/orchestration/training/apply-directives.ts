import type { DomainEvent } from '#domain/event/event.js'
import { directiveOf } from '#domain/training/directives.js'
import type { Directive } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Context } from '#orchestration/context.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { changeTraining, type TrainingChange } from './training-change.js'

/** The log that decisions are added to, and its state where it was derived already. */
type Decided = VersionedLibrary & { readonly trainingLog: VersionedTrainingLog; readonly state?: TrainingState }

/**
 * Adds what the athlete or a test decided to the training log, in the order of the events, and
 * prepares what follows from it as of the last of them. The given events come first in the result.
 *
 * @throws Error when one of the events is no directive.
 */
export async function applyDirectives(
  { athleteId, ruleBook, now, work }: Pick<Context, 'athleteId' | 'ruleBook' | 'now' | 'work'>,
  events: readonly DomainEvent[],
  { trainingLog, state, ...library }: Decided,
): Promise<TrainingChange> {
  const directives = events.map(directiveFrom)
  const [changedFrom = never] = directives.map(({ on }) => on).sort()
  const after = { ...trainingLog, directives: [...trainingLog.directives, ...directives] }
  const moment = { athleteId, ruleBook, work, now: events.at(-1)?.occurredAt ?? now }
  const change = await changeTraining(moment, library, { before: trainingLog, after }, changedFrom, state)
  return { ...change, events: [...events, ...change.events] }
}

/** The first day of which something changes, where nothing does: a test that was failed is no directive. */
const never = '9999-12-31'

function directiveFrom(event: DomainEvent): Directive {
  const directive = directiveOf(event)
  if (!directive) throw new Error(`${event.type} is no directive`)
  return directive
}
