import * as z from 'zod'
import { assertFromIsNear, checkDayRange, dayRangeFields } from '#domain/calendar/day-range.schema.js'
import { addDays } from '#domain/calendar/days-between.js'
import { lastDayWithWork, todayAnywhere } from '#domain/calendar/time-zone.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { isBodyMassAssumed } from '#domain/load/body-mass.js'
import { exerciseHistory } from '#domain/progress/exercise-history.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound, exerciseNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { listPerformedSets } from '#queries/performed-sets.js'
import { readLibrary } from '#queries/read-library.js'
import { ExerciseHistory, historySessionsMax } from './support/history.schema.js'

export const getExerciseHistory = query({
  id: 'progress.exerciseHistory',
  http: { method: 'GET', path: '/me/exercises/{exercise}/history', status: 200 },
  summary: 'Get an exercise over time',
  description:
    'Volume, best set, time under tension and effective load, session by session, of the last 366 days or a given range; ' +
    `where there are more than ${historySessionsMax} sessions, the latest of them. Body mass is taken as of the day.`,
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: { params: ExercisePath, query: z.strictObject(dayRangeFields).superRefine(checkDayRange) },
  output: ExerciseHistory,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { params, query: { from, to } }) => {
    const userId = context.athleteId
    assertFromIsNear({ from, to }, context.now)
    const [athlete, { library }, work] = await context.readAll([
      findAthleteFacts({ userId }),
      readLibrary(),
      listPerformedSets({
        userId,
        exercise: exerciseKeys(params.exercise),
        from: from ?? addDays(todayAnywhere(context.now).from, -365),
        to: to ?? lastDayWithWork(context.now),
      }),
    ])
    const { bodyMass } = athlete ?? accountNotFound()
    const exercise = exerciseByKey(library, params.exercise) ?? exerciseNotFound()
    const sessions = exerciseHistory(work, bodyMass, context.rules).slice(-historySessionsMax)
    return { exercise: exerciseRefOf(exercise), bodyMassAssumed: isBodyMassAssumed(bodyMass), sessions }
  },
})
