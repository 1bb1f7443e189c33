import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { rebuildAthlete } from '#database/commands/rebuild.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { performed, type Work } from '#tests/support/performed.js'
import { expectStatus, type Planned } from '#tests/support/session-api.js'
import { threeOf } from '#tests/support/trained-days.js'

const api = await testApi()
let ada: TestAthlete
let session: Planned

const hurting: Work = { exercise: 'push-up', sets: threeOf(8, { rpe: 7, pain: 6, painSite: 'wrist' }) }
const slept = { sleep: 1, fatigue: 1, stress: 1, soreness: 1 }

/** Of an athlete who weighs 90 kg, slept badly for three days, and whose wrist hurt yesterday. */
beforeEach(async () => {
  ada = await api.athlete()
  session = await performed(api, ada, { on: '2026-11-21', minutes: 50 }, hurting)
  api.setNow('2026-11-22T12:00:00.000Z')
  for (const date of ['2026-11-20', '2026-11-21', '2026-11-22'])
    expectStatus(await ada.post('/me/check-ins', { date, ...slept, pain: 6, bodyMassKg: 90 }), 201)
})

const consent = async (given: boolean) => expectStatus(await ada.put('/me/consents/health-data', { given }), 200)
const read = async (path: string) => expectStatus(await ada.get(path), 200).body

const codes = async () => (await read('/me/warnings')).flags.map(({ code }: { code: string }) => code)
const blocked = async () => (await read('/me/next-workout')).blocked.map(({ site }: { site: string }) => site)
const triggers = async () => (await read('/me/deload')).triggers.map(({ trigger }: { trigger: string }) => trigger)
const shut = async () =>
  (await read('/me/levels/Push/test')).gates
    .filter(({ passed }: { passed: boolean }) => !passed)
    .map(({ gate }: { gate: string }) => gate)
const volume = async () => (await read('/me/load?from=2026-11-21&to=2026-11-21')).days[0].volumeLoadKgReps
const series = async () => (await read('/me/progress?by=day&from=2026-11-21&to=2026-11-21')).points
const ofExercise = async () => (await read('/me/exercises/push-up/history')).sessions

describe('a withdrawn consent', () => {
  test('takes pain and check-ins from what is computed, until it is given again', async () => {
    const seen = async () => [await codes(), await blocked(), await triggers(), await shut()]
    const before = await seen()
    expect(before).toEqual([
      ['PAIN_HIGH'],
      ['wrist'],
      expect.arrayContaining(['low_readiness']),
      expect.arrayContaining(['safety']),
    ])
    await consent(false)
    expect(await seen()).toEqual([
      [],
      [],
      expect.not.arrayContaining(['low_readiness']),
      expect.not.arrayContaining(['safety']),
    ])
    await consent(true)
    expect(await seen()).toEqual(before)
  })

  test('takes body mass from every load', async () => {
    const seen = async () => [await volume(), await series(), await ofExercise()]
    const [known, ...reports] = await seen()
    await consent(false)
    const [assumed, ...reportsWithout] = await seen()
    expect(assumed / known).toBeCloseTo(70 / 90, 3)
    for (const [place, report] of reports.entries()) expect(reportsWithout[place]).not.toEqual(report)
  })

  test('opens to a swap what pain had blocked', async () => {
    expectStatus(await ada.patch('/me', { equipment: ['wall'] }), 200)
    const exercises = [{ exercise: 'push-up' }]
    const { body: planned } = expectStatus(await ada.post('/sessions', { date: '2026-11-22', exercises }), 201)
    const swap = () =>
      ada.post(`/sessions/${planned.id}/exercises/${planned.exercises[0].id}/swap`, { direction: 'easier' })
    expectStatus(await swap(), 409)
    await consent(false)
    expectStatus(await swap(), 200)
  })

  test('leaves what was decided, and what is stored, as it was', async () => {
    const decisions = await read(`${session.path}/decisions`)
    expect(decisions.data[0]).toMatchObject({ reason: 'pain_stop', inputs: { pain: 6 } })
    await consent(false)
    expect(await read(`${session.path}/decisions`)).toEqual(decisions)
    expect(await rebuildAthlete(api.db.operator(), ruleBook, ada.id)).toEqual([])
    await performed(api, ada, { on: '2026-11-22' }, { exercise: 'push-up', sets: [{ reps: 8, rpe: 7 }] })
    expect((await read(`${session.path}/decisions`)).data).toEqual(decisions.data)
    expect(await rebuildAthlete(api.db.operator(), ruleBook, ada.id)).toEqual([])
  })

  test('keeps everything in the export', async () => {
    await consent(false)
    const answer = await api.fetch('/me/export', { headers: { authorization: `Bearer ${ada.token}` } })
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const rowsOf = (entity: string) => JSON.parse(new TextDecoder().decode(files[`json/${entity}.json`]))
    expect(rowsOf('check-ins')).toHaveLength(3)
    expect(rowsOf('body-mass')).toHaveLength(3)
    expect(rowsOf('sets')[0]).toMatchObject({ pain: 6, pain_site: 'wrist' })
  })
})
