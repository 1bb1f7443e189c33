import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { expectStatus } from '../support/training/sessions.js'
import { isoWeekAt } from './clocks/iso-week.js'

const allZones = [
  'Europe/Berlin',
  'Pacific/Kiritimati',
  'UTC',
  'America/St_Johns',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
]

/**
 * Both changes of the clocks and three year ends (53 weeks, 52 weeks, a leap year), an hour before
 * and after.
 */
const turns = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T04:30:00Z',
  '2027-01-01T00:00:00Z',
  '2027-01-04T00:00:00Z',
  '2028-01-01T00:00:00Z',
  '2028-03-01T00:00:00Z',
  '2029-01-01T00:00:00Z',
]

/** Between the clocks of the issuer and ours lie 30 seconds at most. */
async function tokens(api: FaultApi): Promise<void> {
  const { id } = await api.athlete()
  const ask = async (expiresIn: number) => {
    const token = await api.issuer.issueToken({ sub: id, expiresIn })
    return (await api.as({ id, token }).get('/me')).status
  }
  // as a token of the last quarter of an hour looks to a clock that is an hour ahead
  assert.equal(await ask(15 * 60 - 60 * 60), 401)
  assert.equal(await ask(-60), 401)
  assert.equal(await ask(-10), 200)
  assert.equal(await ask(15 * 60), 200)
}

/** The same instant, wherever the athlete is: the week is theirs, and has seven days. */
async function weeks(api: FaultApi, setNow: (now: Date) => void, zones: readonly string[]): Promise<number> {
  let looked = 0
  for (const timeZone of zones) {
    const athlete = await api.athlete({ timeZone })
    for (const turn of turns) {
      for (const hours of [-1, -0.001, 0, 1]) {
        const now = new Date(Date.parse(turn) + hours * 3_600_000)
        setNow(now)
        const { body } = expectStatus(await athlete.get('/me/weeks/current'), 200)
        const expected = isoWeekAt(now, timeZone)
        assert.equal(body.week, expected.week, `${timeZone} ${now.toISOString()}`)
        assert.equal(body.days.length, 7)
        const today = body.days.filter(({ isToday }: { isToday: boolean }) => isToday)
        assert.deepEqual(
          today.map(({ date }: { date: string }) => date),
          [expected.date],
        )
        looked += 1
      }
    }
  }
  return looked
}

/**
 * A session is planned today and trained after midnight: it stays on its day, and its times on the
 * line.
 */
async function overMidnight(api: FaultApi, setNow: (now: Date) => void): Promise<void> {
  const athlete = await api.athlete({ timeZone: 'Europe/Berlin' })
  setNow(new Date('2026-12-31T22:30:00Z'))
  const plan = { date: '2026-12-31', exercises: [{ exercise: 'push-up' }] }
  const { body: session } = expectStatus(await athlete.post('/sessions', plan), 201)
  expectStatus(await athlete.post(`/sessions/${session.id}/start`), 200)
  setNow(new Date('2026-12-31T23:10:00Z'))
  expectStatus(
    await athlete.post(`/sessions/${session.id}/exercises/${session.exercises[0].id}/sets`, { reps: 5 }),
    201,
  )
  const { body: done } = expectStatus(await athlete.post(`/sessions/${session.id}/complete`, {}), 200)
  assert.deepEqual([done.date, done.durationMinutes], ['2026-12-31', 40])
}

/** Clocks that differ, clocks that are changed, and years that end. */
export const clocks: FaultCheck = {
  name: 'clock off by an hour, daylight saving changes, year ends: tokens, weeks and today stay right',
  run: async (context) => {
    let now = new Date()
    const api = await openApi(context, { url: await context.makeDatabase(), clock: () => now })
    const setNow = (instant: Date) => {
      now = instant
    }
    await tokens(api)
    const zones = context.full ? allZones : allZones.slice(0, 2)
    const looked = await weeks(api, setNow, zones)
    await overMidnight(api, setNow)
    await expectSound(api)
    return `${looked} weeks in ${zones.length} time zones`
  },
}
