import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { amountsOf, beginDiary, type Diary, dayOf, met, pushUp, short } from '#tests/support/push-up-diary.js'
import { expectStatus, problemOf, start } from '#tests/support/session-api.js'
import type { Trained } from '#tests/support/training-api.js'

const api = await testApi()
let diary: Diary
let ada: TestAthlete

beforeEach(async () => {
  diary = await beginDiary(api)
  ada = diary.athlete
})

const expectRebuilt = async () => expect(await differencesOf(api, ada)).toEqual([])

describe('an override of a decision', () => {
  const sets = (...reps: number[]) => ({ sets: reps.map((amount) => ({ reps: amount })) })

  test('sets what the next session starts from, and survives corrections', async () => {
    const trained = await diary.sessions([{ ...met(5, 5, 5), rpe: 8 }])
    const { body } = expectStatus(await ada.put(`${trained[0]?.exercises[0]}/decision`, sets(7, 7, 6)), 200)
    expect(body).toMatchObject({ decision: 'progress', overridden: true, version: 2 })
    expect(body.explanation).toContain('You chose 7, 7, 6 reps instead.')
    expect(await diary.workingSets()).toEqual([7, 7, 6])
    expectStatus(await ada.patch(`${trained[0]?.sets[0]?.[0]}`, { reps: 1 }), 200)
    expect((await diary.decisions(trained)).map(short)).toEqual(['hold/missed 5,5,5 -> 7,7,6'])
    trained.push(await diary.session(1, { actual: [7, 7, 6], rpe: 8 }))
    expect((await diary.decisions(trained)).map(short)[1]).toBe('progress/target_met 7,7,6 -> 8,8,7')
    await expectRebuilt()
  })

  test('keeps the streaks that were counted', async () => {
    const [first] = await diary.sessions([{ ...met(5, 5, 5), actual: [5, 5, 7], rpe: 8 }])
    expectStatus(await ada.put(`${first?.exercises[0]}/decision`, sets(5, 5, 5)), 200)
    const second = await diary.session(1, { actual: [5, 5, 5], rpe: 7, pain: 7 })
    expect(short(second.completion.decisions[0])).toBe('swap_down/pain_stop 5,5,5 -> 5,5,5')
    expect(second.completion.decisions[0].inputs.overStreak).toBe(1)
    expect((await diary.session(2, { actual: [5, 5, 5] })).completion.decisions[0].inputs.overStreak).toBe(0)
  })

  test('is kept as it was asked for, below the start and above the standard', async () => {
    const [first] = await diary.sessions([{ ...met(6, 6, 6), rpe: 8 }])
    const { body } = expectStatus(await ada.put(`${first?.exercises[0]}/decision`, sets(1, 20, 7)), 200)
    expect(amountsOf(body.workingAfter)).toEqual([1, 20, 7])
  })

  test('changes nothing when it is repeated', async () => {
    const [first] = await diary.sessions([met(5, 5, 5)])
    const path = `${first?.exercises[0]}/decision`
    const once = expectStatus(await ada.put(path, sets(6, 6, 6)), 200)
    const events = async () => (await api.db.rows('select id from events where user_id = $1', [ada.id])).length
    const before = await events()
    expect(expectStatus(await ada.put(path, sets(6, 6, 6)), 200).body).toEqual(once.body)
    expect(await events()).toBe(before)
  })

  test('is refused for a session that is not completed', async () => {
    const open = await start(ada, { date: dayOf(0), exercises: [{ exercise: pushUp }] })
    expect(problemOf(await ada.put(`${open.exercises[0]}/decision`, sets(6, 6, 6)))).toEqual(['409 SESSION_STATE'])
  })

  test('is refused for sets of the wrong metric, and under a version that is out of date', async () => {
    const [first] = await diary.sessions([met(5, 5, 5)])
    const path = `${first?.exercises[0]}/decision`
    expect(problemOf(await ada.put(path, { sets: [{ duration: 20 }] }))).toEqual([
      '422 METRIC_MISMATCH',
      '/sets METRIC_MISMATCH',
    ])
    const etag = `${(await ada.get(`${first?.path}/decisions`)).headers.get('etag')}`
    const ifMatch = { headers: { 'if-match': etag } }
    expectStatus(await ada.put(path, sets(6, 6, 6), ifMatch), 200)
    expect(problemOf(await ada.put(path, sets(7, 7, 7), ifMatch))).toEqual(['412 VERSION_MISMATCH'])
  })
})

describe('a performance far above the ability', () => {
  const meanOf = async () =>
    (await api.db.rows<{ mean: number }>('select mean from user_abilities where user_id = $1', [ada.id]))[0]?.mean ?? 0

  async function typingError(): Promise<Trained> {
    await diary.sessions(Array(4).fill({ ...met(8, 8, 8), rpe: 8 }))
    return diary.session(4, { actual: [80, 8, 8], rpe: 8 })
  }

  test('is held for review without moving the ability, and counts once the athlete confirms it', async () => {
    const held = await typingError()
    const before = await meanOf()
    expect(held.completion.decisions[0]).toMatchObject({ heldForReview: true })
    const { body } = expectStatus(await ada.post(`${held.exercises[0]}/confirm`), 200)
    expect(body).toMatchObject({ heldForReview: false, sessionId: held.id })
    expect(await meanOf()).toBeGreaterThan(before)
    await expectRebuilt()
  })

  test('is no longer held once the athlete corrects it', async () => {
    const held = await typingError()
    expectStatus(await ada.patch(`${held.sets[0]?.[0]}`, { reps: 8 }), 200)
    expect((await diary.decisions([held]))[0]).toMatchObject({ heldForReview: false })
    await expectRebuilt()
  })
})
