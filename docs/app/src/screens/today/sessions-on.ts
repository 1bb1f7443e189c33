import type { ListedSession } from '../../data/sessions.js'

/** The sessions that matter on a day, by what can be done with them. */
export type SessionsOn = {
  readonly running: readonly ListedSession[]
  readonly planned: readonly ListedSession[]
  readonly completed: readonly ListedSession[]
}

/** Sorts what is known into the sessions of a day; what still runs is shown on the next day too. */
export function sessionsOn(date: string, sessions: readonly ListedSession[]): SessionsOn {
  const ofDay = sessions.filter((session) => session.date === date)
  return {
    running: sessions.filter(({ status }) => status === 'in_progress'),
    planned: ofDay.filter(({ status }) => status === 'planned'),
    completed: ofDay.filter(({ status }) => status === 'completed'),
  }
}
