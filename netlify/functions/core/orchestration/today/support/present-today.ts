import { adherenceOf } from '#domain/progress/adherence.js'
import type { Context } from '#orchestration/context.js'
import { consentsWith } from '#orchestration/privacy/support/consent.schema.js'
import { streaksOf } from '#orchestration/progress/support/adherence.schema.js'
import { presentHeld } from '#orchestration/progress/support/present-held.js'
import { weekReportOf } from '#orchestration/progress/support/week-of.js'
import type { Training } from '#orchestration/training/read-training.js'
import { presentTodaySession } from './present-today-session.js'
import { first, type TodayResource } from './today.schema.js'
import type { TodayFacts } from './today-reads.js'
import { todaySessionsMax } from './today-session.schema.js'

type Athlete = Training['athlete']

/** The sessions of today, in order; null for a caller who may not read sessions. */
export function sessionsOfToday({ whole }: TodayFacts, { today }: Athlete, { scopes }: Pick<Context, 'scopes'>) {
  if (!scopes.has('sessions:read')) return null
  return whole
    .filter(({ date }) => date === today)
    .slice(0, todaySessionsMax)
    .map((session) => presentTodaySession(session, today))
}

/** The week that runs, in short, and the rows of weeks up to it. */
export function weekSoFar(
  { week, plannedAndDone }: TodayFacts,
  { today, timeZone }: Athlete,
  { now }: Pick<Context, 'now'>,
): TodayResource['week'] {
  const { days, sessions: _, timeZone: __, ...report } = weekReportOf({ now, timeZone, week: 'current' }, week)
  const inShort = days.map(
    ({ date, isToday, plannedSessions, completedSessions, plannedSets, completedSets, isCompleted }) =>
      // only what a row of seven marks shows
      ({ date, isToday, plannedSessions, completedSessions, plannedSets, completedSets, isCompleted }),
  )
  return { ...report, days: inShort, ...streaksOf(adherenceOf(plannedAndDone, today)) }
}

/** What waits for the athlete. */
export function waitingOf(
  { heldCount, held, checkIns, consents, inProgress }: TodayFacts,
  { today, healthDataConsent }: Athlete,
  { due, scopes, ruleBook }: { readonly due: boolean } & Pick<Context, 'scopes' | 'ruleBook'>,
): TodayResource['waiting'] {
  const neverAsked = consentsWith(consents).filter(({ version }) => version === 0)
  return {
    review: { count: heldCount, items: held.map((entry) => presentHeld(entry, ruleBook)) },
    deload: due,
    checkIn: healthDataConsent && !checkIns.some(({ date }) => date === today),
    consents: scopes.has('privacy:read') ? neverAsked.map(({ purpose }) => purpose) : null,
    sessions: inProgress.filter(({ date }) => date !== today).slice(0, first.inProgress),
  }
}

/** Where the coach says what to train; null while a session of today is open. */
export function nextWorkoutLink({ whole }: TodayFacts, { today }: Athlete): TodayResource['nextWorkout'] {
  const isOpen = whole.some(({ date, status }) => date === today && (status === 'planned' || status === 'in_progress'))
  return isOpen ? null : { method: 'GET', path: '/me/next-workout' }
}
