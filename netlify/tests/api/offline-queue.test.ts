import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import { noon, reread, rowsOf, summaryOf, today } from '#tests/support/session-api.js'

const api = await testApi()

const steps = ['create', 'start', 'log', 'complete'] as const
type Step = (typeof steps)[number]

/** A workout as an app queues it without a network: with ids of its own, and one key for each request. */
function queuedBy(athlete: TestAthlete) {
  const [session, exercise, set] = [randomUUID(), randomUUID(), randomUUID()]
  const path = `/sessions/${session}`
  const planned = { id: exercise, exercise: 'push-up', sets: [{ reps: 8 }] }
  const requests: Readonly<Record<Step, readonly [path: string, body: object]>> = {
    create: ['/sessions', { id: session, date: today, exercises: [planned] }],
    start: [`${path}/start`, {}],
    log: [`${path}/exercises/${exercise}/sets`, { id: set, reps: 9, rpe: 7, completedAt: noon }],
    complete: [`${path}/complete`, { completedAt: noon }],
  }
  const send = (step: Step): Promise<Answered> =>
    athlete.post(...requests[step], { headers: { 'idempotency-key': step } })
  return { path, send }
}

function permutationsOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first) =>
    permutationsOf(items.filter((item) => item !== first)).map((others) => [first, ...others]),
  )
}

let inOrder: unknown
beforeAll(async () => {
  api.setNow(noon)
  const athlete = await api.athlete()
  const queue = queuedBy(athlete)
  for (const step of steps) expectSuccess(await queue.send(step))
  inOrder = await derivedOf(api, athlete)
  expect(inOrder).toMatchObject({ decisions: [{ decided_on: today }], records: [expect.anything()] })
})

describe.each(permutationsOf(steps).map((order) => [order.join(', '), order] as const))(
  'a workout that is sent as %s',
  (_, order) => {
    test('lands whole when the same requests are sent again in the right order', async () => {
      const athlete = await api.athlete()
      const queue = queuedBy(athlete)
      for (const step of order) await queue.send(step)
      for (const step of steps) expectSuccess(await queue.send(step))
      const session = await reread(athlete, queue.path)
      expect(session).toMatchObject({ status: 'completed', exercises: [{ completed: true, sets: [{ reps: 9 }] }] })
      expect(await rowsOf(api, athlete)).toMatchObject({ sessions: 1, exercises: 1, sets: 1 })
      expect(await derivedOf(api, athlete)).toEqual(inOrder)
      expect(await differencesOf(api, athlete)).toEqual([])
      expect(await summaryOf(api, athlete, today)).toMatchObject({ completed_sets: 1, total_reps: 9 })
    })
  },
)

function expectSuccess(answered: Answered): Answered {
  expect(answered.status, JSON.stringify(answered.body)).toBeLessThan(300)
  return answered
}
