import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import {
  amountsOf,
  beginDiary,
  type Diary,
  type Done,
  dayOf,
  diaryOf,
  met,
  pushUp,
  short,
} from '#tests/support/push-up-diary.js'
import { expectStatus } from '#tests/support/session-api.js'
import { type Trained, train } from '#tests/support/training-api.js'

const api = await testApi()
let diary: Diary
let ada: TestAthlete

beforeEach(async () => {
  diary = await beginDiary(api)
  ada = diary.athlete
})

const expectRebuilt = async () => expect(await differencesOf(api, ada)).toEqual([])

describe('decisions are as if the log had been right from the start after', () => {
  /**
   * Compares Ada with Bob, who trained without any mistake: both must have the same stored state.
   */
  async function expectAsIf(dones: readonly Done[]): Promise<void> {
    const bob = await api.athlete()
    await diaryOf(api, bob).sessions(dones)
    expect(await derivedOf(api, ada)).toEqual(await derivedOf(api, bob))
    await expectRebuilt()
  }

  /** The plans are given: what was planned is a fact, and a correction does not change it. */
  const right: readonly Done[] = [
    { ...met(5, 5, 5), rpe: 8 },
    { ...met(6, 6, 6), rpe: 8 },
    { ...met(7, 7, 7), rpe: 9 },
    { ...met(8, 7, 7), rpe: 8 },
  ]

  test('a set was corrected', async () => {
    const trained = await diary.sessions([{ ...met(5, 5, 5), actual: [5, 5, 1], rpe: 8 }, ...right.slice(1)])
    const before = (await diary.decisions(trained)).map(short)
    expectStatus(await ada.patch(`${trained[0]?.sets[0]?.[2]}`, { reps: 5 }), 200)
    const after = (await diary.decisions(trained)).map(short)
    expect([before[0], after[0]]).toEqual(['hold/missed 5,5,5 -> 5,5,5', 'progress/target_met 5,5,5 -> 6,6,6'])
    await expectAsIf(right)
  })

  test('a set that was logged twice was deleted', async () => {
    const trained = await diary.sessions([{ ...met(5, 5, 5), actual: [5, 5, 5, 40], rpe: 8 }, ...right.slice(1)])
    expectStatus(await ada.patch(`${trained[0]?.sets[0]?.[2]}`, { rpe: 8 }), 200)
    expectStatus(await ada.delete(`${trained[0]?.sets[0]?.[3]}`), 204)
    await expectAsIf(right)
  })

  test('a session was synced a week late', async () => {
    const trained = []
    for (const day of [1, 2, 3]) {
      const planned = amountsOf([{ reps: 4 + day }, { reps: 4 + day }, { reps: 4 + day }])
      trained.push(await diary.session(day, { ...right[day], planned, actual: right[day]?.actual ?? [] }))
    }
    const late = { exercise: pushUp, ...right[0], actual: [5, 5, 5] }
    const { completion } = await train(api, ada, { on: dayOf(0), at: `${dayOf(5)}T07:00:00.000Z` }, late)
    expect(short(completion.decisions[0])).toBe('progress/target_met 5,5,5 -> 6,6,6')
    expect((await diary.decisions(trained)).map(short)[2]).toBe('progress/target_met 8,7,7 -> 8,8,8')
    const bob = await api.athlete()
    const planned = right.map((done, day) => ({ ...done, planned: Array(3).fill(4 + day) }))
    await diaryOf(api, bob).sessions([right[0] ?? met(), ...planned.slice(1)])
    expect(await derivedOf(api, ada)).toEqual(await derivedOf(api, bob))
    await expectRebuilt()
  })

  test('a session was deleted', async () => {
    const trained = await diary.sessions([...right.slice(0, 2), { actual: [1, 1, 1], rpe: 10, pain: 8 }])
    expectStatus(await ada.delete(`${trained[2]?.path}`), 204)
    await expectAsIf(right.slice(0, 2))
  })

  test('the date of a session was corrected', async () => {
    const [first] = await diary.sessions([{ ...met(5, 5, 5), rpe: 8 }])
    const wrong = await train(
      api,
      ada,
      { on: dayOf(0), at: `${dayOf(3)}T19:00:00.000Z` },
      { exercise: pushUp, ...met(8, 8, 8) },
    )
    expect(wrong.completion.decisions[0].on).toBe(dayOf(0))
    expectStatus(await ada.patch(wrong.path, { date: dayOf(2) }), 200)
    expect((await diary.decisions([first as Trained, wrong])).map(({ on }) => on)).toEqual([dayOf(0), dayOf(2)])
    await expectRebuilt()
  })

  test('a correction that takes a mastery away', async () => {
    const trained = await diary.sessions([met(8, 8, 8), { actual: [8, 8, 8] }])
    expect((await ada.get(`/me/exercises/${pushUp}`)).body.isMastered).toBe(true)
    expectStatus(await ada.patch(`${trained[1]?.sets[0]?.[1]}`, { reps: 6 }), 200)
    expect((await ada.get(`/me/exercises/${pushUp}`)).body.isMastered).toBe(false)
    await expectRebuilt()
  })
})
