import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import type { DeloadReason } from '#domain/event/vocabulary.js'
import { type DeloadDays, isInDeload } from '#domain/progression/deload-week.js'
import { type Fault, refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deloaded, type LighterSession, lighterSessions } from '#domain/session/lighter-plan.js'
import type { Session } from '#domain/session/session.js'
import { momentOfDirective } from '#domain/training/moment-of-directive.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { DeloadId } from '#domain/values/id.schema.js'
import { deload } from './deload.js'
import { type DeloadSituation, deloadFacts } from './deload-facts.js'

/** A week of deload, as it was begun. */
export type Deload = DeloadDays & {
  readonly id: DeloadId
  readonly triggers: readonly DeloadReason[]
  readonly rulesVersion: string
  readonly createdAt: Date
}

/** A deload, the directive that begins it, and the planned sessions that become lighter. */
export type BegunDeload = {
  readonly deload: Deload
  readonly directive: DomainEvent
  readonly sessions: readonly LighterSession[]
}

type Planned = { readonly state: Pick<TrainingState, 'lastMoment'>; readonly planned: readonly Session[] }

/**
 * Begins a deload on a day, else today, whether one is due or not; planned sessions on its days
 * keep half of their sets. Refuses as `planDeload` does.
 */
export function beginDeload(
  { id, startsOn }: { readonly id: DeloadId; readonly startsOn: string | undefined },
  situation: DeloadSituation & Planned,
  { now, rules }: { readonly now: Date; readonly rules: TrainingRules },
): BegunDeload {
  const { state, today } = situation
  const { triggers } = deload(deloadFacts(situation, rules), rules)
  const days = planDeload(startsOn ?? today, today, state.deloads, rules)
  return begun({ id, ...days, triggers: triggers.length > 0 ? triggers : ['by_hand'] }, situation, { now, rules })
}

/**
 * Begins an easier week that was recommended, on its first day: who accepts a session of it takes the
 * week. It is a deload as any other; sessions that were planned before keep half of their sets.
 */
export function takeEasierWeek(
  { startsOn, ...week }: Pick<Deload, 'id' | 'startsOn' | 'triggers'>,
  situation: Planned & { readonly today: string },
  moment: { readonly now: Date; readonly rules: TrainingRules },
): BegunDeload {
  return begun({ ...week, ...daysFrom(startsOn, moment.rules) }, situation, moment)
}

function begun(
  week: Pick<Deload, 'id' | 'startsOn' | 'endsOn' | 'triggers'>,
  { state, planned, today }: Planned & { readonly today: string },
  { now, rules }: { readonly now: Date; readonly rules: TrainingRules },
): BegunDeload {
  const deload: Deload = { ...week, rulesVersion: rules.version, createdAt: now }
  const within = planned.filter(({ date }) => isInDeload(date, [deload]))
  return {
    deload,
    directive: directiveEvent(deload, momentOfDirective(state, today, now).at),
    sessions: lighterSessions(within, (session) => deloaded(session, rules), now),
  }
}

function daysFrom(startsOn: string, { deload: { days } }: TrainingRules): DeloadDays {
  return { startsOn, endsOn: addDays(startsOn, days - 1) }
}

/**
 * Returns the days in which a deload may lie that begins on a day, else today, wherever the athlete
 * is.
 */
export function deloadWindow(
  startsOn: string | undefined,
  now: Date,
  { deload: { days } }: TrainingRules,
): { readonly from: string; readonly to: string } {
  const { from, to } = startsOn === undefined ? todayAnywhere(now) : { from: startsOn, to: startsOn }
  return { from, to: addDays(to, days - 1) }
}

/**
 * Returns the days of a deload that begins on a day. Refuses with INVALID_INPUT when that day is
 * past or too far ahead, and with CONFLICT when another deload has a day in common.
 */
export function planDeload(
  startsOn: string,
  today: string,
  others: readonly DeloadDays[],
  rules: TrainingRules,
): DeloadDays {
  const fault = startFault(startsOn, today, rules)
  if (fault) refuse('INVALID_INPUT', 'A deload begins today or soon.', [fault])
  const days = daysFrom(startsOn, rules)
  const other = others.find((one) => one.startsOn <= days.endsOn && one.endsOn >= startsOn)
  if (other) refuse('CONFLICT', `There is a deload from ${other.startsOn} to ${other.endsOn} already.`)
  return days
}

function startFault(startsOn: string, today: string, { deload }: TrainingRules): Fault | null {
  const pointer = '/startsOn'
  if (startsOn < today) return { pointer, code: 'IN_PAST', detail: `lies in the past: today is ${today}` }
  if (daysBetween(today, startsOn) <= deload.daysAheadMax) return null
  return { pointer, code: 'OUT_OF_RANGE', detail: `lies more than ${deload.daysAheadMax} days ahead` }
}

function directiveEvent({ id, startsOn, endsOn, triggers, rulesVersion }: Deload, at: Date): DomainEvent {
  return event('deload.begun', id, at, { deloadId: id, startsOn, endsOn, triggers: [...triggers], rulesVersion })
}
