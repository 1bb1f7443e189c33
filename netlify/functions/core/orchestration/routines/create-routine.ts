import { event } from '#domain/event/event.js'
import { differingRoutine } from '#domain/routine/differing-routine.js'
import { exercisesOfRecommendation } from '#domain/routine/exercises-of-recommendation.js'
import { createRoutine as create, exercisesOfPlan, writtenExercises } from '#domain/routine/routine.js'
import { CreateRoutine, Routine, type RoutineExercise } from '#domain/routine/routine.schema.js'
import { routinesMax } from '#domain/routine/routines-max.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { RoutineId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findRequested } from '#orchestration/sessions/support/find-requested.js'
import { findRoutine, insertRoutine } from '#queries/routines.js'
import { findLastShown } from '#queries/shown-recommendations.js'
import { lockAthlete } from '#queries/users.js'
import { findSession } from '#queries/workout-sessions.js'

export const createRoutine = command({
  id: 'routines.create',
  http: { method: 'POST', path: '/me/routines', status: 201 },
  summary: 'Keep a routine',
  description:
    `A routine is written by hand, or is the plan of a session, or what was recommended for a day. An athlete may have ${routinesMax} ` +
    'routines; two may have the same name.',
  access: { scope: 'sessions:write' },
  input: { body: CreateRoutine },
  output: Routine,
  refusals: ['ACCOUNT_NOT_FOUND', 'ID_TAKEN', 'METRIC_MISMATCH', 'ROUTINE_LIMIT'],
  location: ({ id }) => `/me/routines/${id}`,
  existing: async (context, { body }) => {
    const { id, exercises = [] } = body
    if (id === undefined) return null
    const { athleteId: userId } = context
    const [found, requested] = await context.readAll([findRoutine({ userId, id }), findRequested(userId, exercises)])
    if (found === null) return null
    return { output: found, differing: differingRoutine(body, found, plannableByKey(requested?.exercises ?? [])) }
  },
  run: async (context, { body }) => {
    const { athleteId: userId, now } = context
    const { id = context.newId(RoutineId), name, notes = null } = body
    const routine = create({ id, name, notes, exercises: await exercisesFrom(context, body) }, now)
    return {
      statements: [lockAthlete({ userId }), insertRoutine({ userId, routine })],
      events: [event('routine.created', id, now, { routineId: id })],
      output: routine,
    }
  },
})

async function exercisesFrom(context: Context, body: CreateRoutine): Promise<RoutineExercise[]> {
  const { athleteId: userId } = context
  const { exercises = [], fromSession, fromRecommendation: date } = body
  const requested = findRequested(userId, exercises)
  if (fromSession !== undefined) {
    const [athlete, found] = await context.readAll([requested, findSession({ userId, id: fromSession })])
    return athlete ? exercisesOfPlan(found?.session ?? null) : accountNotFound()
  }
  if (date !== undefined) {
    const [athlete, shown] = await context.readAll([requested, findLastShown({ userId, date })])
    return athlete ? exercisesOfRecommendation(shown) : accountNotFound()
  }
  const { exercises: found } = (await context.read(requested)) ?? accountNotFound()
  return writtenExercises(exercises, plannableByKey(found))
}
