import { beforeAll, describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, problemOf, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const pushUps = { exercise: 'push-up' }
const lunges = { exercise: 'bulgarian-split-squat', sets: [{ reps: 5 }, { reps: 5 }, { reps: 5 }] }
const done = { reps: 5, rpe: 8, weightKg: 20 }

/** Completes a session of push-ups, before or after lunges are added to it. */
async function trained(addFirst: boolean) {
  const me = await api.athlete()
  expectStatus(await me.post('/me/check-ins', { date: today, bodyMassKg: 95 }), 201)
  const { path, exercises } = await start(me, { date: today, exercises: addFirst ? [pushUps, lunges] : [pushUps] })
  await log(me, exercises[0], done)
  const complete = async () => expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200)
  if (!addFirst) await complete()
  const added = addFirst ? exercises[1] : `${path}/exercises/${(await add(me, path)).id}`
  for (const _ of lunges.sets) await log(me, added, done)
  if (addFirst) await complete()
  return { me, path }
}

const add = async (me: Awaited<ReturnType<typeof api.athlete>>, path: string) =>
  expectStatus(await me.post(`${path}/exercises`, lunges), 201).body

describe('an exercise that is added to a completed session', () => {
  test('is answered as the next GET shows it, and counts in the summary of the day', async () => {
    const me = await api.athlete()
    const { path } = await start(me, { date: today, exercises: [pushUps] })
    expectStatus(await me.post(`${path}/complete`, { withoutSets: true }), 200)
    const body = await add(me, path)
    expect((await reread(me, path)).exercises[1]).toEqual(body)
    expect((await me.get('/me/days')).body.data).toMatchObject([
      { totalExercises: 2, plannedSets: 6, isCompleted: true },
    ])
  })

  test('is judged as if it had been there before', async () => {
    const [early, late] = [await trained(true), await trained(false)]
    expect(await derivedOf(api, late.me)).toEqual(await derivedOf(api, early.me))
    const { data } = expectStatus(await late.me.get(`${late.path}/decisions`), 200).body
    expect(data.map(({ exercise }: { exercise: { slug: string } }) => exercise.slug).sort()).toEqual([
      'bulgarian-split-squat',
      'push-up',
    ])
  })

  test('is told by an event with its standard, so that the events say what the tables say', async () => {
    const { me } = await trained(false)
    const { data } = (await me.get('/me/history?type=sessionExercise.added')).body
    expect(data).toMatchObject([
      { payload: { standard: { sets: [8, 8, 8], bodyMassKg: 95 }, exercise: { targets: [5, 5, 5] } } },
    ])
    expect(await differencesOf(api, me)).toEqual([])
  })

  test('stays in its plan, which is over, and can be completed', async () => {
    const { me, path } = await trained(false)
    const [, { id, completed }] = (await reread(me, path)).exercises
    expect(completed).toBe(true)
    const replanned = await me.patch(`${path}/exercises/${id}`, { planned: { sets: [{ reps: 1 }] } })
    expect(problemOf(replanned)).toEqual(['409 SESSION_NOT_OPEN'])
  })
})
