import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { countSets } from '#domain/effort/set-counts.js'
import { sum } from '#domain/values/statistics.js'
import type { Directive, LoggedSession } from './training-log.js'
import type { Draft, Moment, TrainedWeek, TrainingDecision } from './training-state.js'

/**
 * How much of the calendar is remembered. Nothing looks farther back: a way back after a break is over
 * within weeks, who comes back once a month is told by a few days of each, and weeks without an easier
 * one are counted up to two years.
 */
const kept = { days: 400, weeks: 104, regressionDays: 35 }

/** Notes in the draft what a session and its decisions are in the calendar. */
export function noteInCalendar(
  draft: Draft,
  { date, completedAt, exercises }: LoggedSession,
  decisions: readonly TrainingDecision[],
): void {
  const sets = sum(exercises.map((exercise) => countSets(exercise.sets)))
  noteWeek(draft, date, sets)
  draft.firstSessionOn ??= date
  draft.lastMoment = later(draft.lastMoment, { on: date, at: completedAt })
  if (decisions.length > 0 && draft.trainedOn.at(-1) !== date) draft.trainedOn.push(date)
  if (draft.trainedOn.length > kept.days) draft.trainedOn.shift()
  const regressed = decisions.filter(({ decision }) => decision === 'regress').map(({ on }) => on)
  const earliest = addDays(date, -kept.regressionDays)
  draft.regressedOn = [...draft.regressedOn.filter((on) => on >= earliest), ...regressed]
}

const restWeek: TrainedWeek = { sessions: 0, sets: [null, null, null, null, null, null, null] }

function noteWeek({ weeks }: Draft, date: string, sets: number): void {
  const monday = mondayOf(date)
  const before = weeks.get(monday) ?? restWeek
  const today = daysBetween(monday, date)
  weeks.set(monday, {
    sessions: before.sessions + 1,
    sets: before.sets.map((done, day) => (day === today ? (done ?? 0) + sets : done)),
  })
  const [oldest] = weeks.keys()
  if (weeks.size > kept.weeks && oldest !== undefined) weeks.delete(oldest)
}

/** Kinds of directives whose own day may lie ahead. */
const plansAhead: readonly Directive['kind'][] = ['deload', 'goal']

/** Notes in the draft when something was decided, and about what. */
export function noteSaid(draft: Draft, directive: Directive): void {
  const { on, at, kind } = directive
  if (!plansAhead.includes(kind)) draft.lastMoment = later(draft.lastMoment, { on, at })
  const topic = kind === 'goal' ? directive.goalId : kind === 'level' || kind === 'assessment' ? 'levels' : null
  if (topic === null) return
  draft.lastSaid.set(topic, later(draft.lastSaid.get(topic) ?? null, { on, at }))
}

function later(one: Moment | null, other: Moment): Moment {
  return one === null || one.on < other.on || (one.on === other.on && one.at < other.at) ? other : one
}
