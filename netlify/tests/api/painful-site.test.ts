import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, today } from '#tests/support/session-api.js'

const api = await testApi()
let ada: TestAthlete

beforeAll(() => api.setNow(noon))
beforeEach(async () => {
  ada = await api.athlete()
  await ada.patch('/me', { equipment: ['pull-up-bar', 'rings', 'chair', 'wall'] })
  expectStatus(await ada.post('/me/levels/assessment', { levels: { Push: 2, Pull: 2, Squat: 2 } }), 200)
})

const rested = { sleep: 5, fatigue: 5, stress: 5, soreness: 5 }
const worn = { sleep: 1, fatigue: 1, stress: 1, soreness: 1 }
const shoulder = { pain: 7, painSite: 'shoulder' }

async function nextAfter(checkIn: object) {
  expectStatus(await ada.post('/me/check-ins', { date: today, ...checkIn }), 201)
  return expectStatus(await ada.get('/me/next-workout'), 200).body
}

test('a shoulder that hurts takes pressing and hanging from a workout, and leaves the legs', async () => {
  const { kind, exercises, blocked } = await nextAfter({ ...rested, ...shoulder })
  const slots = new Set(exercises.map(({ slot }: { slot: string }) => slot))
  expect(kind).toBe('train')
  expect(slots).toContain('squat')
  expect(slots).toContain('hinge')
  for (const slot of ['hpush', 'vpush', 'vpull', 'skill']) expect(slots).not.toContain(slot)
  expect(blocked).toMatchObject([
    { site: 'shoulder', pain: 7, slots: expect.arrayContaining(['hpush', 'vpush', 'vpull']) },
  ])
})

test('a night without sleep is a day of recovery, with pain or without', async () => {
  expect((await nextAfter({ ...worn, ...shoulder })).kind).toBe('recovery')
})
