import { type DomainEvent, event } from '#domain/event/event.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { momentOfDirective } from '#domain/training/moment-of-directive.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { PersonalChange } from './exercise-settings.js'

type Moment = {
  readonly now: Date
  /** Day in the athlete's zone. */
  readonly today: string
  readonly rules: TrainingRules
}

/**
 * Returns the directive by which an athlete sets working sets by hand, or gives them up; null when
 * the sets stay as they were.
 */
export function setsDirective(
  { settings: { exercise, personal }, fields }: PersonalChange,
  state: Pick<TrainingState, 'lastMoment'>,
  { now, today, rules }: Moment,
): DomainEvent | null {
  if (!fields.includes('sets')) return null
  const { on, at } = momentOfDirective(state, today, now)
  const sets = personal.sets && targetsOf(personal.sets)
  return event('workingSets.setByHand', exercise.id, at, {
    exerciseId: exercise.id,
    on,
    sets,
    rulesVersion: rules.version,
  })
}

/**
 * Returns the event for the other changes. It is no directive: no decision rests on tempo, rest or
 * notes.
 */
export function settingsEvents({ settings: { exercise }, fields }: PersonalChange, now: Date): DomainEvent[] {
  const others = fields.filter((field) => field !== 'sets')
  if (others.length === 0) return []
  return [event('exerciseConfig.changed', exercise.id, now, { exerciseId: exercise.id, fields: others })]
}
