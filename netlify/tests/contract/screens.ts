import { randomUUID } from 'node:crypto'
import type { Answered, Client, TestApi, TestAthlete } from '#tests/support/api.js'
import { expectStatus, today } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

/** A screen of an app: what it asks for, once the athlete has lived what `arrange` says. */
export type Screen = {
  readonly name: string
  /** How many requests it took before there was an operation for it; null where it could not be shown. */
  readonly before: string | null
  readonly arrange: (api: TestApi, athlete: TestAthlete) => Promise<unknown>
  readonly show: (client: Client) => Promise<unknown>
}

const exercises = ['push-up', 'pull-up', 'pistol-squat', 'diamond-push-up', 'dead-hang', 'archer-row']
const plan = { date: today, exercises: exercises.map((exercise) => ({ exercise })) }

/** Three weeks of training, a goal, a check-in, and what is planned for today and the next days. */
async function lived(api: TestApi, athlete: TestAthlete): Promise<void> {
  for (const date of ['2026-11-04', '2026-11-09', '2026-11-12', '2026-11-18']) {
    const works = ['push-up', 'pull-up'].map((exercise) => ({ exercise, sets: threeOf(8, { rpe: 8 }) }))
    await trainOn(api, athlete, date, ...works)
  }
  api.setNow(`${today}T12:00:00.000Z`)
  expectStatus(await athlete.post('/me/goals', { kind: 'reps', exercise: 'push-up', target: 30 }), 201)
  expectStatus(await athlete.post('/me/check-ins', { sleep: 4, fatigue: 4, stress: 3, soreness: 3 }), 201)
  for (const date of [today, '2026-11-24', '2026-11-26']) {
    expectStatus(await athlete.post('/sessions', { ...plan, date }), 201)
  }
}

async function nothing(): Promise<void> {
  // the screen is the same for everybody
}

const get = (path: string) => async (client: Client) => expectStatus(await client.get(path), 200)

/** Three sets, as each exercise of the plan is done. */
const setsOf = (exercise: string) => {
  const done = exercise === 'dead-hang' ? { duration: 20 } : { reps: 5 }
  return [1, 2, 3].map(() => ({ ...done, rpe: 8 }))
}

/** The session as it is planned and begun: what comes before the first set. */
async function begin(client: Client): Promise<Answered['body']> {
  const { body } = expectStatus(await client.post('/sessions', plan), 201)
  return expectStatus(await client.post(`/sessions/${body.id}/start`), 200).body
}

const trainSetBySet = (headersFor: (version: number) => Record<string, string>) => async (client: Client) => {
  const session = await begin(client)
  for (const { id, exercise, version } of session.exercises) {
    for (const [nth, set] of setsOf(exercise.slug).entries()) {
      const headers = headersFor(version + nth)
      expectStatus(await client.post(`/sessions/${session.id}/exercises/${id}/sets`, set, { headers }), 201)
    }
  }
  expectStatus(await client.post(`/sessions/${session.id}/complete`, {}), 200)
}

async function trainInOneGo(client: Client): Promise<void> {
  const session = await begin(client)
  const sets = session.exercises.flatMap(({ id, exercise }: Answered['body']) =>
    setsOf(exercise.slug).map((set) => ({ sessionExerciseId: id, ...set })),
  )
  expectStatus(await client.post(`/sessions/${session.id}/sets`, { sets }), 200)
  expectStatus(await client.post(`/sessions/${session.id}/complete`, {}), 200)
}

/** The same session, as it is typed in or sent by an offline app at its end. */
async function writeWhole(client: Client): Promise<void> {
  const done = exercises.map((exercise) => ({ exercise, sets: setsOf(exercise) }))
  const document = { date: today, status: 'completed', durationMinutes: 30, exercises: done }
  expectStatus(await client.put(`/sessions/${randomUUID()}`, document), 201)
}

/** The screens of an app, in the order in which they are shown. */
export const screens: readonly Screen[] = [
  { name: 'Home', before: '8 to 9', arrange: lived, show: get('/me/today') },
  { name: 'Skill map with my standing', before: '164', arrange: lived, show: get('/me/skill-map?include=edges') },
  { name: 'Skill graph, for everybody', before: null, arrange: nothing, show: get('/exercises/graph') },
  { name: 'The whole library', before: '2', arrange: nothing, show: get('/exercises?limit=500') },
  {
    name: 'The library as a list of names',
    before: '2',
    arrange: nothing,
    show: get('/exercises?limit=500&fields=slug,name,category,level'),
  },
  {
    name: 'Session of 6 x 3 sets, set by set as they are done',
    before: '23',
    arrange: nothing,
    show: trainSetBySet(() => ({})),
  },
  {
    name: 'The same, each naming the version of its exercise',
    before: '23',
    arrange: nothing,
    show: trainSetBySet((version) => ({ 'if-match': `"${version}"` })),
  },
  { name: 'The same, its sets sent together', before: '23', arrange: nothing, show: trainInOneGo },
  { name: 'Finished workout, typed in or sent at its end', before: '9', arrange: nothing, show: writeWhole },
  { name: 'Week with the names of its exercises', before: '2 + n', arrange: lived, show: get('/me/weeks/current') },
  {
    name: 'Charts: ability, level, hard sets, volume and body mass of 12 weeks',
    before: null,
    arrange: lived,
    show: get('/me/series?metric=ability,level,hardSets,volumeLoadKgReps,bodyMassKg&category=Push,Pull,Squat'),
  },
  {
    name: 'Charts: best sets of three exercises in a year',
    before: '3',
    arrange: lived,
    show: get('/me/series?metric=best&exercise=push-up,pull-up,dead-hang&from=2025-11-24'),
  },
  { name: 'What waits for review', before: null, arrange: lived, show: get('/me/review') },
  { name: 'Labels of all forms', before: null, arrange: nothing, show: get('/vocabularies') },
]
