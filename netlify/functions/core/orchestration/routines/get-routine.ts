import * as z from 'zod'
import { Routine, RoutineExercise } from '#domain/routine/routine.schema.js'
import { exercisesMax } from '#domain/session/session-exercise.schema.js'
import { ExpandableTrainedExercise, expandQuery } from '#orchestration/expand.js'
import { query } from '#orchestration/operation.js'
import { findRoutine } from '#queries/routines.js'
import { RoutinePath, routineNotFound } from './support/find-routine.js'

const ExpandableRoutineExercise = z
  .strictObject({ ...RoutineExercise.shape, exercise: ExpandableTrainedExercise })
  .meta({ id: 'ExpandableRoutineExercise', description: 'An exercise of a routine, in its place' })

const ExpandableRoutine = z
  .strictObject({ ...Routine.shape, exercises: z.array(ExpandableRoutineExercise).min(1).max(exercisesMax) })
  .meta({ id: 'ExpandableRoutine', description: 'A workout that the athlete keeps, to plan it again' })

export const getRoutine = query({
  id: 'routines.get',
  http: { method: 'GET', path: '/me/routines/{routineId}', status: 200 },
  summary: 'Get one of my routines',
  access: { scope: 'sessions:read' },
  input: {
    params: RoutinePath,
    query: z.strictObject({ expand: expandQuery(['exercises.exercise']).exactOptional() }),
  },
  output: ExpandableRoutine,
  exercisesAt: ['exercises.exercise'],
  refusals: ['ROUTINE_NOT_FOUND'],
  run: async (context, { params: { routineId } }) =>
    (await context.read(findRoutine({ userId: context.athleteId, id: routineId }))) ?? routineNotFound(),
})
