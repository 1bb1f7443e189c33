import { touchedAt } from '#domain/values/touched-at.js'
import type { TrainingLog } from './training-log.js'
import type { Topic, TrainingState } from './training-state.js'

/**
 * Returns the day and instant of a directive that the athlete gives now. It never lies before what
 * they did or decided last, so that it is the last word also for an athlete who flew west over the
 * date line, or when two servers' clocks disagree.
 */
export function momentOfDirective(
  { lastMoment }: Pick<TrainingState, 'lastMoment'>,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  if (lastMoment === null || lastMoment.on < today) return { on: today, at: now }
  return { on: lastMoment.on, at: new Date(touchedAt(now, lastMoment.at)) }
}

/** What a statement comes after: the sessions of the last days, and what was said before. */
export type BeforeStatement = {
  readonly trainingLog: Pick<TrainingLog, 'sessions'>
  readonly state: Pick<TrainingState, 'lastSaid'>
}

/**
 * Returns the day and instant of what an athlete says that no session overwrites: a goal, a level, an
 * assessment. It is today, also where a session of tomorrow is completed already, because what is done
 * today is to count. It comes after what was done until now and after what was said before about the
 * same, whose day may be tomorrow for an athlete who flew west over the date line.
 */
export function momentOfStatement(
  { trainingLog: { sessions }, state: { lastSaid } }: BeforeStatement,
  topic: Topic,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  const said = lastSaid.get(topic)
  const on = said && said.on > today ? said.on : today
  const before = [
    ...sessions.filter(({ date }) => date >= on).map(({ completedAt }) => completedAt),
    ...(said?.on === on ? [said.at] : []),
  ]
  return { on, at: before.length === 0 ? now : new Date(touchedAt(now, lastOf(before))) }
}

/** Returns the latest of instants in their canonical form, which sort as text. */
function lastOf(instants: readonly string[]): string {
  return instants.reduce((last, instant) => (instant > last ? instant : last), '')
}
