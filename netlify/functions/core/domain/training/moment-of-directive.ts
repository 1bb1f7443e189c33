import { touchedAt } from '#domain/values/touched-at.js'
import type { Directive, TrainingLog } from './training-log.js'

type Moment = { readonly on: string; readonly at: string }

/** Kinds of directives whose own day may lie ahead. */
const plansAhead: readonly Directive['kind'][] = ['deload', 'goal']

/**
 * Returns the day and instant of a directive that the athlete gives now. It never lies before what
 * they did or decided last, so that it is the last word also for an athlete who flew west over the
 * date line, or when two servers' clocks disagree.
 */
export function momentOfDirective(
  trainingLog: TrainingLog,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  const moments: Moment[] = [
    ...trainingLog.sessions.map(({ date, completedAt }) => ({ on: date, at: completedAt })),
    ...trainingLog.directives.filter(({ kind }) => !plansAhead.includes(kind)),
  ]
  const on = lastOf([today, ...moments.map((moment) => moment.on)])
  const before = moments.filter((moment) => moment.on === on).map(({ at }) => at)
  return { on, at: before.length === 0 ? now : new Date(touchedAt(now, lastOf(before))) }
}

/**
 * Returns the day and instant of what an athlete says that no session overwrites: a goal, a level, an
 * assessment. It is today, also where a session of tomorrow is completed already, because what is done
 * today is to count. It comes after what was done until now and after what was said before about the
 * same, whose day may be tomorrow for an athlete who flew west over the date line.
 */
export function momentOfStatement(
  { sessions, directives }: TrainingLog,
  isAboutTheSame: (directive: Directive) => boolean,
  today: string,
  now: Date,
): { readonly on: string; readonly at: Date } {
  const said = directives.filter(isAboutTheSame)
  const on = lastOf([today, ...said.map((directive) => directive.on)])
  const before = [
    ...sessions.filter(({ date }) => date >= on).map(({ completedAt }) => completedAt),
    ...said.filter((directive) => directive.on === on).map(({ at }) => at),
  ]
  return { on, at: before.length === 0 ? now : new Date(touchedAt(now, lastOf(before))) }
}

/** Returns the latest of dates, or of instants in their canonical form: both sort as text. */
function lastOf(texts: readonly string[]): string {
  return texts.reduce((last, text) => (text > last ? text : last), '')
}
