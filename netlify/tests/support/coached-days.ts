import type { TestApi, TestAthlete } from './api.js'
import { expectStatus } from './session-api.js'

type Planned = { id: string; planned: { sets: Sets }; exercise: { slug: string } }
type Sets = { reps?: number; duration?: number }[]
type Decided = { decision: string; reason: string; workingBefore: Sets; workingAfter: Sets }

/** A day on which an athlete did what the coach recommended. */
export type CoachedDay = {
  readonly advice: { rules: { ruleId: string; explanation: string }[]; easierWeek: object | null }
  readonly exercises: readonly Planned[]
  readonly decisions: readonly (Decided & { exercise: { slug: string } })[]
}

/** Accepts what the coach recommends for a day, does each set as planned, and completes the session. */
export async function followCoachOn(
  api: TestApi,
  athlete: TestAthlete,
  date: string,
  { rpe, minutes = 20 }: { readonly rpe: number; readonly minutes?: number },
): Promise<CoachedDay> {
  api.setNow(`${date}T17:00:00.000Z`)
  const { body: advice } = expectStatus(await athlete.get(`/me/next-workout?minutes=${minutes}`), 200)
  const { body: session } = expectStatus(await athlete.post('/me/next-workout/accept', { minutes }), 201)
  const path = `/sessions/${session.id}`
  expectStatus(await athlete.post(`${path}/start`), 200)
  for (const { id, planned } of session.exercises as Planned[]) {
    for (const set of planned.sets)
      expectStatus(await athlete.post(`${path}/exercises/${id}/sets`, { ...set, rpe }), 201)
  }
  api.setNow(`${date}T18:00:00.000Z`)
  const { body: done } = expectStatus(await athlete.post(`${path}/complete`, {}), 200)
  return { advice, exercises: session.exercises, decisions: done.decisions }
}
