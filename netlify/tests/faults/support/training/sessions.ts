import assert from 'node:assert/strict'
import type { Answered } from '#tests/support/api.js'
import type { FaultAthlete } from '../fault-api.js'

/** A session in progress. */
export type Started = { readonly id: string; readonly path: string; readonly exercises: readonly string[] }

/** Fails with the whole answer when its status is another one. */
export function expectStatus(answered: Answered, ...statuses: readonly number[]): Answered {
  assert.ok(
    statuses.includes(answered.status),
    `expected ${statuses.join(' or ')}, got ${answered.status}: ${JSON.stringify(answered.body)}`,
  )
  return answered
}

export function key(name: string): { headers: Record<string, string> } {
  return { headers: { 'idempotency-key': name } }
}

export const planOf = (exercises = 1) => ({
  date: new Date().toISOString().slice(0, 10),
  exercises: Array.from({ length: exercises }, () => ({ exercise: 'push-up' })),
})

/** Plans a session of push-ups for today and starts it. */
export async function startSession(athlete: FaultAthlete, exercises = 1): Promise<Started> {
  const { body } = expectStatus(await athlete.post('/sessions', planOf(exercises)), 201)
  const path = `/sessions/${body.id}`
  expectStatus(await athlete.post(`${path}/start`), 200)
  return { id: body.id, path, exercises: body.exercises.map(({ id }: { id: string }) => `${path}/exercises/${id}`) }
}

/** A refusal for now: 503 or 504, and the former says when to come back. */
export function expectComeBack(answered: Answered): void {
  expectStatus(answered, 503, 504)
  if (answered.status === 503) assert.ok(Number(answered.headers.get('retry-after')) > 0, '503 without Retry-After')
}
