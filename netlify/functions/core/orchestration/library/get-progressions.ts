import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { progressionsOf } from '#domain/library/progressions.js'
import { ExerciseProgressions } from '#domain/library/progressions.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { listNeighbours } from '#queries/exercise-edges.js'
import { ExercisePath } from './support/exercises.schema.js'

export const getProgressions = query({
  id: 'exercises.getProgressions',
  http: { method: 'GET', path: '/exercises/{exercise}/progressions', status: 200 },
  summary: 'Get what stands around an exercise in the skill graph',
  description: 'Prerequisites in groups, and the exercises that are easier, harder, or much alike.',
  access: 'public',
  input: { params: ExercisePath },
  output: ExerciseProgressions,
  refusals: ['EXERCISE_NOT_FOUND'],
  run: async (context, { params }) => {
    const neighbours = await context.read(listNeighbours(exerciseKeys(params.exercise)))
    const self = neighbours.find(({ kind }) => kind === null) ?? exerciseNotFound()
    return progressionsOf(
      self.exercise,
      neighbours.filter((neighbour) => neighbour.kind !== null),
    )
  },
})
