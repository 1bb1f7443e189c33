import { randomUUID } from 'node:crypto'
import type { TestAthlete } from '#tests/support/api.js'
import { expectStatus, log, type Planned, plan, start, today, workout } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

const planned =
  (step: string, body?: unknown): Recipe =>
  async (athlete) => ({ path: `${(await plan(athlete)).path}${step}`, body })

const training =
  (step: string, body?: unknown): Recipe =>
  async (athlete) => ({ path: `${(await start(athlete)).exercises[0]}${step}`, body })

const logged =
  (body?: unknown): Recipe =>
  async (athlete) => ({ path: await log(athlete, (await start(athlete)).exercises[0], { reps: 8 }), body })

/** Of a session that was trained to its end, so that something was decided. */
export async function completed(athlete: TestAthlete): Promise<Planned> {
  const session = await start(athlete)
  await log(athlete, session.exercises[0], { reps: 8, rpe: 7 })
  expectStatus(await athlete.post(`${session.path}/complete`, {}), 200)
  return session
}

const decided =
  (step: string, body?: unknown): Recipe =>
  async (athlete) => ({ path: `${(await completed(athlete)).exercises[0]}${step}`, body })

export const sessionRecipes: Recipes = {
  'sessions.list': async (athlete) => {
    await plan(athlete)
    return { path: `/sessions?from=${today}&to=${today}&status=planned` }
  },
  'sessions.create': () => ({ path: '/sessions', body: workout }),
  'sessions.get': planned(''),
  'sessions.put': () => ({
    path: `/sessions/${randomUUID()}`,
    body: {
      date: today,
      status: 'completed',
      exercises: [
        {
          exercise: 'push-up',
          sets: [
            { reps: 8, rpe: 7 },
            { reps: 7, rpe: 8 },
          ],
        },
      ],
    },
  }),
  'sessions.update': planned('', { notes: 'In the park' }),
  'sessions.delete': planned(''),
  'sessions.start': planned('/start'),
  'sessions.complete': async (athlete) => {
    const { path, exercises } = await start(athlete)
    await log(athlete, exercises[0], { reps: 8, rpe: 7 })
    return { path: `${path}/complete`, body: { notes: 'Strong today' } }
  },
  'sessions.skip': planned('/skip'),
  'sessions.reopen': async (athlete) => ({ path: `${(await completed(athlete)).path}/reopen` }),
  'sessions.reschedule': planned('/reschedule', { date: '2026-11-23' }),
  'sessions.addExercise': planned('/exercises', { exercise: 'l-sit' }),
  'sessions.getExercise': training(''),
  'sessions.updateExercise': training('', { order: 2 }),
  'sessions.finishExercise': training('/done'),
  'sessions.removeExercise': training(''),
  'sessions.logSet': training('/sets', { reps: 8, rpe: 8 }),
  'sessions.logSets': async (athlete) => {
    const { path, session } = await start(athlete)
    const [{ id: sessionExerciseId }] = session.exercises
    return { path: `${path}/sets`, body: { sets: [8, 7].map((reps) => ({ sessionExerciseId, reps, rpe: 8 })) } }
  },
  'sessions.getSet': logged(),
  'sessions.correctSet': logged({ reps: 9 }),
  'sessions.deleteSet': logged(),
  'sessions.listDecisions': async (athlete) => ({ path: `${(await completed(athlete)).path}/decisions` }),
  'sessions.overrideDecision': decided('/decision', { sets: [{ reps: 6 }, { reps: 6 }, { reps: 6 }] }),
  'sessions.confirmObservation': decided('/confirm'),
}
