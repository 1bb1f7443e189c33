import { AthleteId } from '#domain/values/id.schema.js'

/** The API for a script: it signs in as the script's athlete, and paths begin below `/api/v1`. */
export type ScriptApi = {
  readonly send: (method: Method, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  /** Sets the clock of the API, which stands still until it is set again. */
  readonly setNow: (instant: Date) => void
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The account that a script lives with. */
export type ScriptedAccount = {
  readonly id: AthleteId
  readonly email: string
  readonly name: string
  readonly timeZone: string
  readonly createdAt: string
}

/**
 * Ada. Her id is always the same, because the draws of the next workout depend on athlete and day.
 */
export const scriptedAthlete = {
  id: AthleteId.parse('0198c0de-7a11-7000-8000-0000000ada00'),
  email: 'ada@example.com',
  name: 'Ada',
  timeZone: 'Europe/Berlin',
  createdAt: '2026-03-01T12:00:00.000Z',
} as const
