import { AthleteId } from '#domain/values/id.schema.js'

/** The API as a script uses it: signed in as its athlete, below `/api/v1`. */
export type ScriptApi = {
  readonly send: (method: Method, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  /** Sets the clock of the API; it stands still from then on. */
  readonly setNow: (instant: Date) => void
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Ada: always the same id, because the next workout of a day is drawn by athlete and day. */
export const scriptedAthlete = {
  id: AthleteId.parse('0198c0de-7a11-7000-8000-0000000ada00'),
  email: 'ada@example.com',
  name: 'Ada',
  timeZone: 'Europe/Berlin',
  createdAt: '2026-03-01T12:00:00.000Z',
} as const
