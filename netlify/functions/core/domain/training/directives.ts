import type { DomainEvent, EventType, RecordedEvent } from '#domain/event/event.js'
import type { Category } from '#domain/library/vocabulary.js'
import { sameValue } from '#domain/values/same-value.js'
import type { Directive, TrainingLog } from './training-log.js'

/** The types of event that are directives: what an athlete or a test decided. */
export const directiveTypes = [
  'workingSets.setByHand',
  'decision.overridden',
  'observation.confirmed',
  'level.setByHand',
  'level.assessed',
  'level.achieved',
  'deload.begun',
  'goal.set',
  'goal.changed',
  'goal.dropped',
] as const satisfies readonly EventType[]

type Occurred = Pick<RecordedEvent, 'type' | 'payload' | 'occurredAt'>

/** Returns an event as a directive of the training log; null when it is another kind of fact. */
export function directiveOf(event: Occurred & { readonly type: EventType }): Directive | null {
  const at = event.occurredAt.toISOString()
  const known = event as RecordedEvent
  switch (known.type) {
    case 'workingSets.setByHand':
      return { kind: 'workingSets', at, ...known.payload }
    case 'decision.overridden': {
      const { on, sessionExerciseId, sets, rulesVersion } = known.payload
      return { kind: 'override', at, on, sessionExerciseId, sets, rulesVersion }
    }
    case 'observation.confirmed': {
      const { on, sessionExerciseId, rulesVersion } = known.payload
      return { kind: 'confirmation', at, on, sessionExerciseId, rulesVersion }
    }
    case 'level.setByHand':
      return { kind: 'level', at, source: 'hand', ...levelOf(known.payload) }
    case 'level.achieved':
      return { kind: 'level', at, source: 'test', ...levelOf(known.payload), tested: known.payload.tested }
    case 'level.assessed':
      return { kind: 'assessment', at, ...levelOf(known.payload), told: known.payload.told }
    case 'deload.begun': {
      const { startsOn, endsOn, rulesVersion } = known.payload
      return { kind: 'deload', at, on: startsOn, startsOn, endsOn, rulesVersion }
    }
    case 'goal.set':
    case 'goal.changed': {
      const { on, goalId, goal, rulesVersion } = known.payload
      return { kind: 'goal', at, on, goalId, goal, rulesVersion }
    }
    case 'goal.dropped': {
      const { on, goalId, rulesVersion } = known.payload
      return { kind: 'goal', at, on, goalId, goal: null, rulesVersion }
    }
    default:
      return null
  }
}

type LevelFact = {
  readonly category: Category
  readonly level: number
  readonly on: string
  readonly rulesVersion: string
}

function levelOf({ category, level, on, rulesVersion }: LevelFact) {
  return { category, level, on, rulesVersion }
}

/**
 * Tells whether an override or a confirmation only repeats the athlete's last word on a decision,
 * so that it changes nothing.
 */
export function isLastWord({ directives }: TrainingLog, said: DomainEvent): boolean {
  const directive = directiveOf(said)
  if (directive?.kind !== 'override' && directive?.kind !== 'confirmation') return false
  const last = directives.findLast(
    (other) => other.kind === directive.kind && other.sessionExerciseId === directive.sessionExerciseId,
  )
  return last !== undefined && sameValue({ ...last, at: '', on: '' }, { ...directive, at: '', on: '' })
}
