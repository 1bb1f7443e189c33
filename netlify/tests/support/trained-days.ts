import type { TestApi, TestAthlete } from './api.js'
import { expectStatus } from './session-api.js'

/** An exercise with its logged sets, and with its planned sets where they differ. */
export type Trained = {
  readonly exercise: string
  readonly sets: readonly object[]
  readonly planned?: readonly object[]
}

/**
 * Plans, starts, logs and completes a session on the evening of a day, and leaves the clock there.
 *
 * @returns what completing it answers.
 */
export async function trainOn(api: TestApi, athlete: TestAthlete, date: string, ...works: readonly Trained[]) {
  api.setNow(`${date}T18:00:00.000Z`)
  const exercises = works.map(({ exercise, planned }) => ({ exercise, ...(planned ? { sets: planned } : {}) }))
  const { body: session } = expectStatus(await athlete.post('/sessions', { date, exercises }), 201)
  const path = `/sessions/${session.id}`
  expectStatus(await athlete.post(`${path}/start`), 200)
  for (const [index, { sets }] of works.entries()) {
    for (const set of sets)
      expectStatus(await athlete.post(`${path}/exercises/${session.exercises[index].id}/sets`, set), 201)
  }
  return expectStatus(await athlete.post(`${path}/complete`, {}), 200).body
}

/** Makes three sets of the same reps. */
export function threeOf(reps: number, more: object = {}): object[] {
  return [1, 2, 3].map(() => ({ reps, ...more }))
}

/** Lists the types of an athlete's events, in the order of recording. */
export async function eventTypesOf({ db }: TestApi, athlete: TestAthlete): Promise<string[]> {
  const events = await db.rows<{ type: string }>('select type from events where user_id = $1 order by sequence', [
    athlete.id,
  ])
  return events.map(({ type }) => type)
}
