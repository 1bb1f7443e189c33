import { expect } from 'vitest'
import type { Answered, TestApi, TestAthlete } from './api.js'

/** The moment of these tests, on the day of their sessions. */
export const noon = '2026-11-22T12:00:00.000Z'
export const today = '2026-11-22'

/** A session with three sets of push-ups, a hold, and an exercise that is counted per side. */
export const workout = {
  date: today,
  exercises: [{ exercise: 'push-up' }, { exercise: 'dead-hang' }, { exercise: 'archer-push-up' }],
}

/** Fails, and prints the body, when an answer has another status. */
export function expectStatus(answered: Answered, status: number): Answered {
  expect(answered, JSON.stringify(answered.body)).toMatchObject({ status })
  return answered
}

export type Planned = {
  readonly path: string
  readonly id: string
  /** Paths of the exercises, in order. */
  readonly exercises: readonly string[]
  readonly session: Answered['body']
}

/** Plans a session. */
export async function plan(athlete: TestAthlete, body: object = workout): Promise<Planned> {
  const { body: session } = expectStatus(await athlete.post('/sessions', body), 201)
  const path = `/sessions/${session.id}`
  const exercises = session.exercises.map(({ id }: { id: string }) => `${path}/exercises/${id}`)
  return { path, id: session.id, exercises, session }
}

/** Plans a session and starts it. */
export async function start(athlete: TestAthlete, body?: object): Promise<Planned> {
  const planned = await plan(athlete, body)
  const { body: session } = expectStatus(await athlete.post(`${planned.path}/start`), 200)
  return { ...planned, session }
}

/** Logs a set, and returns its path. */
export async function log(athlete: TestAthlete, exercise: string | undefined, body: object): Promise<string> {
  const { body: set } = expectStatus(await athlete.post(`${exercise}/sets`, body), 201)
  return `${exercise}/sets/${set.id}`
}

/** Reads the whole session. */
export async function reread(athlete: TestAthlete, path: string): Promise<Answered['body']> {
  return expectStatus(await athlete.get(path), 200).body
}

/** Returns the session of a completion, without its decisions and unlocked exercises. */
export function sessionIn({ decisions, unlocked, ...session }: Answered['body']): Answered['body'] {
  expect([decisions, unlocked]).toEqual([expect.any(Array), expect.any(Array)])
  return session
}

/** Returns the code of a problem, and the place and code of each of its faults. */
export function problemOf({ status, body }: Answered): string[] {
  type Fault = { pointer?: string; parameter?: string; header?: string; code: string }
  const faults: Fault[] = body.errors ?? []
  return [
    `${status} ${body.code}`,
    ...faults.map((fault) => `${fault.pointer ?? fault.parameter ?? fault.header} ${fault.code}`),
  ]
}

/** Reads the stored summary of a day, or null when there is none. */
export async function summaryOf({ db }: TestApi, athlete: TestAthlete, date: string) {
  const [row] = await db.rows(
    `select planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets, completed_sets, extra_sets, total_reps,
            total_hold_seconds, total_duration_minutes, categories, is_completed
     from daily_workout_summary where user_id = $1 and workout_date = $2::date`,
    [athlete.id, date],
  )
  return row ?? null
}

/** Counts the rows of an athlete's sessions, table by table. */
export async function rowsOf({ db }: TestApi, athlete: TestAthlete) {
  const [counts] = await db.rows(
    `select (select count(*)::int from workout_sessions where user_id = $1) as sessions,
            (select count(*)::int from session_exercises where user_id = $1) as exercises,
            (select count(*)::int from exercise_set_logs where user_id = $1) as sets,
            (select count(*)::int from events where user_id = $1) as events,
            (select coalesce(sum(version), 0)::int from workout_sessions where user_id = $1) as versions`,
    [athlete.id],
  )
  return counts
}
