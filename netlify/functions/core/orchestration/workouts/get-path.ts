import * as z from 'zod'
import { recentDays } from '#domain/coach/reading/coach-athlete-of.js'
import { ExerciseKey } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { type PathStep, skillPath } from '#domain/path/skill-path.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { masteryAccount } from '#orchestration/training/mastery-account.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { SkillPathResource } from './support/path.schema.js'

const Query = z.strictObject({
  goal: ExerciseKey.meta({ description: 'The id or the slug of the exercise to reach', example: 'bar-muscle-up' }),
})

export const getPath = query({
  id: 'workouts.getPath',
  http: { method: 'GET', path: '/me/path', status: 200 },
  summary: 'Get the way to a skill',
  description:
    "What to master in which order, in the library's order of prerequisites, with the athlete's progress along it.",
  access: { scope: 'progress:read' },
  input: { query: Query },
  output: SkillPathResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND'],
  run: async (context, { query: { goal: key } }) => {
    const training = await readTrainingWith(context, { recentDays }, [])
    const { athlete, library, state } = training
    const goal = exerciseByKey(library, key) ?? exerciseNotFound()
    const counts = await masteryAccount(context, training)
    const { steps, next } = skillPath(goal, { library, state, owned: athlete.equipment, counts }, context.rules)
    return {
      goal: exerciseRefOf(goal),
      steps: steps.map(presentStep),
      masteredCount: steps.filter(({ needed }) => !needed).length,
      total: steps.length,
      next: next && exerciseRefOf(next),
    }
  },
})

function presentStep({ exercise, prerequisites, ...step }: PathStep) {
  return { exercise: exerciseRefOf(exercise), ...step, prerequisites: prerequisites.map(exerciseRefOf) }
}
