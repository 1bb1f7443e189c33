import * as z from 'zod'
import { checkDayRange, dayRangeFields } from '#domain/calendar/day-range.schema.js'
import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { ExerciseRef, exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey, libraryOf } from '#domain/library/library-facts.js'
import { bodyMassOn } from '#domain/load/body-mass.js'
import { totalsOf } from '#domain/progress/performed-work.js'
import { Id } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound, exerciseNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { listLibraryFacts } from '#queries/library-facts.js'
import { listPerformedSets } from '#queries/performed-sets.js'
import { workTotalsFields } from './support/work.schema.js'

const SessionOfExercise = z
  .strictObject({
    sessionId: Id,
    date: LocalDate,
    amounts: z
      .array(z.int().min(1).max(3600))
      .max(200)
      .meta({ description: 'Reps or seconds, set by set', example: [8, 8, 7] }),
    best: z.int().min(1).max(3600).meta({ description: 'The best set, in reps or seconds', example: 8 }),
    ...workTotalsFields,
  })
  .meta({ id: 'ExerciseHistoryItem', description: 'An exercise in one session' })

const History = z
  .strictObject({
    exercise: ExerciseRef,
    sessions: z.array(SessionOfExercise).max(1_000).meta({ description: 'Sessions, oldest first' }),
  })
  .meta({ id: 'ExerciseHistory', description: 'An exercise over time' })

export const getExerciseHistory = query({
  id: 'progress.exerciseHistory',
  http: { method: 'GET', path: '/me/exercises/{exercise}/history', status: 200 },
  summary: 'Get an exercise over time',
  description:
    'Volume, best set, time under tension and effective load, session by session, of the last 366 days or a given range. Body mass is taken as of the day.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: { params: ExercisePath, query: z.strictObject(dayRangeFields).superRefine(checkDayRange) },
  output: History,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND'],
  run: async (context, { params, query: { from, to } }) => {
    const userId = context.athleteId
    const anywhere = todayAnywhere(context.now)
    const [athlete, facts, work] = await context.readAll([
      findAthleteFacts({ userId }),
      listLibraryFacts({}),
      listPerformedSets({
        userId,
        exercise: exerciseKeys(params.exercise),
        from: from ?? addDays(anywhere.from, -365),
        to: to ?? anywhere.to,
      }),
    ])
    const known = athlete ?? accountNotFound()
    const exercise = exerciseByKey(libraryOf(facts), params.exercise) ?? exerciseNotFound()
    const setsBySession = Map.groupBy(work, ({ sessionId }) => sessionId)
    const sessions = [...setsBySession].map(([sessionId, sets]) => {
      const amounts = sets.map(({ amount }) => amount)
      const totals = totalsOf(sets, (date) => bodyMassOn(known.bodyMass, date, context.rules), context.rules)
      return { sessionId, date: sets[0]?.date ?? '', amounts, best: Math.max(...amounts), ...totals }
    })
    return { exercise: exerciseRefOf(exercise), sessions }
  },
})
