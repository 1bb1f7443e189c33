import type { TestApi, TestAthlete } from './api.js'
import { expectStatus, type Planned, start } from './session-api.js'

/** The exercise of a session, with its sets as they are logged. */
export type Work = { readonly exercise: string; readonly tempo?: string; readonly sets: readonly object[] }

/** Records a session that took place on a day, in the evening of that day. */
export async function performed(
  api: TestApi,
  athlete: TestAthlete,
  { on, minutes = null }: { readonly on: string; readonly minutes?: number | null },
  ...works: readonly Work[]
): Promise<Planned> {
  api.setNow(`${on}T19:00:00.000Z`)
  const session = await start(athlete, {
    date: on,
    exercises: works.map(({ exercise, tempo }) => ({ exercise, ...(tempo ? { tempo } : {}) })),
  })
  for (const [index, { sets }] of works.entries()) {
    for (const set of sets) expectStatus(await athlete.post(`${session.exercises[index]}/sets`, set), 201)
  }
  const completion = { completedAt: `${on}T18:30:00.000Z`, ...(minutes === null ? {} : { durationMinutes: minutes }) }
  expectStatus(await athlete.post(`${session.path}/complete`, completion), 200)
  return session
}

/** Lists the types of an athlete's events, in order. */
export async function eventsOf({ db }: TestApi, { id }: TestAthlete): Promise<{ type: string; payload: object }[]> {
  return db.rows('select type, payload from events where user_id = $1 order by sequence', [id])
}
