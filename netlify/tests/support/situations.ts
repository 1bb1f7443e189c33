import { addDays } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import { dailyLoads } from '#domain/load/daily-loads.js'
import type { EffortHistory } from '#domain/load/effort-history.js'
import type { PerCategory, SessionLoads } from '#domain/load/performed-session.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import type { Situation } from '#domain/warnings/evidence/evidence.js'
import { noteResiduals, type Residual, type Residuals } from '#domain/warnings/evidence/residuals.js'
import { idOf } from './ids.js'
import { exercise, libraryWith, sessionOn } from './training-logs.js'

/** The day on which warnings are asked for, a Sunday. */
export const today = '2026-11-22'

/** Returns the day a number of days before today. */
export function ago(days: number): string {
  return addDays(today, -days)
}

/** The situation of an athlete without facts, with a small library. */
export const nobody: Situation = {
  sessions: [],
  residuals: new Map(),
  library: libraryWith(
    exercise('push-up'),
    exercise('pull-up', { category: 'Pull' }),
    exercise('archer-push-up', { unilateral: true }),
  ),
  loads: [],
  efforts: { firstDay: null, days: new Map() },
  checkIns: [],
  today,
}

/** Describes an athlete who performed these sessions. */
export function trained(...sessions: readonly LoggedSession[]): Situation {
  const performed = sessions.map(({ exercises, ...session }) => {
    return { ...session, durationMinutes: null, exercises: exercises.map((one) => ({ ...one, tempo: null })) }
  })
  return { ...nobody, sessions: performed }
}

/** Returns what a fold of sessions notes of how far each lay from what was expected. */
export function residualsOf(sessions: readonly LoggedSession[], rules: TrainingRules): Residuals {
  const residuals = new Map<Category, readonly Residual[]>()
  const before = (session: LoggedSession, state: TrainingState) =>
    noteResiduals(residuals, session, state, nobody.library, rules)
  inOneGo(deriveTraining({ sessions, directives: [] }, nobody.library, ruleBook, { before }))
  return residuals
}

/** Gives weeks in which there was a session so many days ago. */
export function weeksWithSessions(...daysAgo: readonly number[]): TrainingState['weeks'] {
  const sessions = daysAgo.map((days) => sessionOn(ago(days)))
  return inOneGo(deriveTraining({ sessions, directives: [] }, nobody.library, ruleBook)).weeks
}

const none: PerCategory = { Push: 0, Pull: 0, Squat: 0 }

/** Gives the loads of a session a number of days ago; none unless told otherwise. */
export function loadsOf(daysAgo: number, more: Partial<SessionLoads> = {}): SessionLoads {
  const date = ago(daysAgo)
  return {
    id: idOf.session(date),
    date,
    completedAt: `${date}T18:00:00.000Z`,
    effort: { load: null, estimated: null },
    timeLoadKgSeconds: none,
    volumeLoadKgReps: 0,
    sets: none,
    rpes: [],
    ...more,
  }
}

/** Gives a session an effort in AU. */
export function effort(au: number): Pick<SessionLoads, 'effort'> {
  return { effort: { load: au, estimated: true } }
}

/** Gives what is stored of the effort of days, from all sessions of an athlete. */
export function effortsOf(loads: readonly SessionLoads[]): EffortHistory {
  const dates = [...new Set(loads.map(({ date }) => date))].sort()
  const [first] = dates
  if (first === undefined) return nobody.efforts
  const days = dailyLoads(loads, first, dates.at(-1) ?? first)
  return {
    firstDay: first,
    days: new Map(days.flatMap(({ date, sessionLoad }) => (sessionLoad === null ? [] : [[date, sessionLoad]]))),
  }
}

/** Gives a session sets of push and pull. */
export function sets(Push: number, Pull: number): Pick<SessionLoads, 'sets'> {
  return { sets: { ...none, Push, Pull } }
}

/** Gives a session three sets of push with a time load in kg x s. */
export function pushed(kgSeconds: number): Pick<SessionLoads, 'sets' | 'timeLoadKgSeconds'> {
  return { ...sets(3, 0), timeLoadKgSeconds: { ...none, Push: kgSeconds } }
}
