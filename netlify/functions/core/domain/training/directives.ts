import type { DomainEvent, EventType, RecordedEvent } from '#domain/event/event.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { Directive, LevelSource, TrainingLog } from './training-log.js'

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

/** An event as a directive in the training log, or null when it is another kind of fact. */
export function directiveOf(event: Occurred & { readonly type: EventType }): Directive | null {
  const at = event.occurredAt.toISOString()
  const known = event as RecordedEvent
  switch (known.type) {
    case 'workingSets.setByHand':
      return { kind: 'workingSets', at, ...known.payload }
    case 'decision.overridden':
      return {
        kind: 'override',
        at,
        on: known.payload.on,
        sessionExerciseId: known.payload.sessionExerciseId,
        sets: known.payload.sets,
      }
    case 'observation.confirmed':
      return { kind: 'confirmation', at, on: known.payload.on, sessionExerciseId: known.payload.sessionExerciseId }
    case 'level.setByHand':
      return level(at, known.payload, 'hand')
    case 'level.achieved':
      return level(at, known.payload, 'test')
    case 'level.assessed':
      return {
        kind: 'assessment',
        at,
        on: known.payload.on,
        category: known.payload.category,
        level: known.payload.level,
      }
    case 'deload.begun':
      return {
        kind: 'deload',
        at,
        on: known.payload.startsOn,
        startsOn: known.payload.startsOn,
        endsOn: known.payload.endsOn,
      }
    case 'goal.set':
    case 'goal.changed':
      return { kind: 'goal', at, on: known.payload.on, goalId: known.payload.goalId, goal: known.payload.goal }
    case 'goal.dropped':
      return { kind: 'goal', at, on: known.payload.on, goalId: known.payload.goalId, goal: null }
    default:
      return null
  }
}

function level(at: string, facts: { category: Category; level: number; on: string }, source: LevelSource): Directive {
  return { kind: 'level', at, on: facts.on, category: facts.category, level: facts.level, source }
}

/**
 * Whether what the athlete says of a decision is their last word on it already: to repeat it
 * changes nothing.
 */
export function isLastWord({ directives }: TrainingLog, said: DomainEvent): boolean {
  const directive = directiveOf(said)
  if (directive?.kind !== 'override' && directive?.kind !== 'confirmation') return false
  const last = directives.findLast(
    (other) => other.kind === directive.kind && other.sessionExerciseId === directive.sessionExerciseId,
  )
  return (
    last !== undefined &&
    JSON.stringify({ ...last, at: '', on: '' }) === JSON.stringify({ ...directive, at: '', on: '' })
  )
}
