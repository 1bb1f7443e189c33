import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import {
  beginDiary,
  type Decision,
  type Diary,
  type Done,
  dayOf,
  met,
  pushUp,
  short,
} from '#tests/support/push-up-diary.js'
import { expectStatus, plan, start } from '#tests/support/session-api.js'
import { train } from '#tests/support/training-api.js'

const api = await testApi()
let diary: Diary
let ada: TestAthlete

beforeEach(async () => {
  diary = await beginDiary(api)
  ada = diary.athlete
})

const expectRebuilt = async () => expect(await differencesOf(api, ada)).toEqual([])

type Example = readonly [expected: string, ...dones: Done[]]

/** Decisions, each with a history that leads to it. */
const examples: readonly Example[] = [
  ['progress/target_met 5,5,5 -> 6,6,6', { ...met(5, 5, 5), rpe: 8 }],
  ['progress/target_met 6,6,6 -> 7,6,6', { ...met(6, 6, 6), rpe: 9 }],
  ['progress/target_met 5,5,5 -> 7,7,7', { ...met(5, 5, 5), rpe: 6.5 }],
  ['progress/target_met 5,5,5 -> 7,7,7', { ...met(5, 5, 5), actual: [5, 5, 7], rpe: 8 }],
  [
    'progress/two_for_two 6,6,6 -> 8,8,8',
    { ...met(5, 5, 5), actual: [5, 5, 7], rpe: 9.5 },
    { actual: [6, 6, 8], rpe: 8.5 },
  ],
  ['hold/missed 7,7,7 -> 7,7,7', { ...met(7, 7, 7), actual: [4, 3, 2], rpe: 10 }],
  [
    'regress/repeated_miss 7,7,7 -> 6,6,6',
    { ...met(7, 7, 7), actual: [4, 3, 2], rpe: 10 },
    { actual: [7, 6, 5], rpe: 10 },
  ],
  [
    'swap_down/floor_reached 5,5,5 -> 5,5,5',
    { ...met(5, 5, 5), actual: [2, 2, 1], rpe: 10 },
    { actual: [5, 5, 4], rpe: 10 },
  ],
  ['consolidate/default_met_once 8,8,8 -> 8,8,8', { ...met(8, 8, 8), rpe: 9 }],
  ['mastered/default_met_twice 8,8,8 -> 8,8,8', { ...met(8, 8, 8), rpe: 9 }, { actual: [9, 8, 8] }],
  ['progress/met_at_limit 6,6,6 -> 7,6,6', { ...met(6, 6, 6), rpe: 10 }],
  ['progress/target_met 6,6,6 -> 7,7,7', { ...met(6, 6, 6), actual: [6, 6, 9], rpe: 10 }],
  ['hold/at_limit 8,8,8 -> 8,8,8', { ...met(8, 8, 8), rpe: 10 }],
  ['regress/pain_stop 8,8,7 -> 5,5,5', { ...met(8, 8, 7), rpe: 7, pain: 7 }],
  ['swap_down/pain_stop 5,5,5 -> 5,5,5', { ...met(5, 5, 5), rpe: 7, pain: 7 }],
  ['hold/pain_caution 5,5,5 -> 5,5,5', { ...met(5, 5, 5), rpe: 7, pain: 4 }],
  [
    'progress/target_met 10,10,10 -> 16,16,16',
    { ...met(10, 10, 10), exercise: 'high-plank-hold', unit: 'duration', actual: [10, 10, 13], rpe: 8 },
  ],
]

describe('completing a session', () => {
  test.each(examples.map(([expected, ...dones]) => ({ expected, dones })))(
    'decides $expected',
    async ({ expected, dones }) => {
      const trained = await diary.sessions(dones)
      const decided = trained.map(({ completion }) => completion.decisions[0])
      expect(short(decided.at(-1))).toBe(expected)
      expect(await diary.decisions(trained)).toEqual(decided)
      await expectRebuilt()
    },
  )

  test('comes before its decisions: until then there are none', async () => {
    const { path } = await plan(ada)
    expect(expectStatus(await ada.get(`${path}/decisions`), 200).body.data).toEqual([])
  })

  test('answers with everything that a decision was made from', async () => {
    const [first] = await diary.sessions([{ ...met(5, 5, 5), actual: [5, 5, 7], rpe: 8 }])
    const exercise = first?.session.exercises[0]
    expect(first?.completion.decisions).toEqual([
      {
        sessionExerciseId: exercise.id,
        sessionId: first?.id,
        exercise: { id: exercise.exercise.id, slug: pushUp, name: exercise.exercise.name },
        on: dayOf(0),
        decision: 'progress',
        reason: 'target_met',
        ruleId: 'progression.target_met',
        rulesVersion: expect.stringMatching(/^\d{4}\.\d+$/),
        inputs: {
          actual: [5, 5, 7],
          rpeLast: 8,
          pain: 0,
          defaults: [8, 8, 8],
          overStreak: 0,
          failStreak: 0,
          masteryCount: 0,
          targets: [5, 5, 5],
        },
        thresholds: { twoStepsRpeMax: 6.5, oneStepRpeMax: 8 },
        workingBefore: [{ reps: 5 }, { reps: 5 }, { reps: 5 }],
        workingAfter: [{ reps: 7 }, { reps: 7 }, { reps: 7 }],
        completion: 1,
        overridden: false,
        heldForReview: false,
        explanation: 'You met 5, 5, 5 reps, so next time it is 7, 7, 7 reps.',
      },
    ])
    expect(await diary.workingSets()).toEqual([7, 7, 7])
  })

  test('makes one decision for each exercise with a set, and none for an exercise without', async () => {
    const works = [
      { exercise: pushUp, ...met(5, 5, 5) },
      { exercise: 'horizontal-row', ...met(6, 6, 6) },
      { exercise: 'jump-squat', planned: [5, 5, 5], actual: [] },
    ]
    const { completion } = await train(api, ada, { on: dayOf(0) }, ...works)
    expect(completion.decisions.map(({ exercise }: Decision) => exercise.slug)).toEqual([pushUp, 'horizontal-row'])
  })

  test('unlocks an exercise when the mastery it needed is reached, and only once', async () => {
    const [first, second, third] = await diary.sessions([met(8, 8, 8), { actual: [8, 8, 8] }, { actual: [8, 8, 8] }])
    const opened = [first, second, third].map((one) => one?.completion.unlocked.map(({ slug }: Decision) => slug))
    expect(opened).toEqual([[], expect.arrayContaining(['diamond-push-up']), []])
    const mastered = await api.db.rows(
      `select payload ->> 'sessionId' as session from events where user_id = $1 and type = 'exercise.mastered'`,
      [ada.id],
    )
    expect(mastered).toEqual([{ session: second?.id }])
  })
})

test('a deload week holds the working sets, and progress resumes after it', async () => {
  const trained = await diary.sessions([{ ...met(5, 5, 5), rpe: 8 }])
  expectStatus(await ada.post('/me/deload', { startsOn: dayOf(1) }), 201)
  trained.push(await diary.session(2, { actual: [6, 6, 6], rpe: 6 }))
  trained.push(await diary.session(5, { actual: [6, 6, 6], rpe: 8 }))
  expect((await diary.decisions(trained)).map(short)).toEqual([
    'progress/target_met 5,5,5 -> 6,6,6',
    'hold/deload 6,6,6 -> 6,6,6',
    'progress/target_met 6,6,6 -> 7,7,7',
  ])
  await expectRebuilt()
})

test('sessions of one athlete that are completed at once are decided one after the other', async () => {
  for (const round of [0, 1, 2]) {
    api.setNow(`${dayOf(round)}T19:00:00.000Z`)
    const body = { date: dayOf(round), exercises: [{ exercise: pushUp }, { exercise: 'horizontal-row' }] }
    const open = [await start(ada, body), await start(ada, body), await start(ada, body)]
    for (const { exercises } of open)
      for (const path of exercises) expectStatus(await ada.post(`${path}/sets`, { reps: 8, rpe: 8 }), 201)
    const answers = await Promise.all(open.map(({ path }) => ada.post(`${path}/complete`, {})))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await expectRebuilt()
  }
})
