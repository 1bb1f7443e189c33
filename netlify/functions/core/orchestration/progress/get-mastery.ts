import { exerciseByKey } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { explainMastery } from '#domain/progress/explain-mastery.js'
import { masteryOf } from '#domain/progress/mastery.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { AtQuery, readTrainingOf } from '#orchestration/training/read-training.js'
import { MasteryResource } from './support/mastery.schema.js'

export const getMastery = query({
  id: 'progress.mastery',
  http: { method: 'GET', path: '/me/exercises/{exercise}/mastery', status: 200 },
  summary: 'Get what is missing to master an exercise',
  description:
    'The sessions that count and what is missing. A mastery is kept when the standard rises later. With `at`, as it was known at that instant.',
  access: { scope: 'progress:read' },
  input: { params: ExercisePath, query: AtQuery },
  output: MasteryResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { params, query: { at } }) => {
    const { rules, ruleBook } = context
    const { state, library } = await readTrainingOf(context, at)
    const exercise = exerciseByKey(library, params.exercise) ?? exerciseNotFound()
    const mastery = masteryOf(exercise, state, rules)
    const { masteredAt, working, counting, sessionsNeeded, sessionsMissing } = mastery
    return {
      exercise: exerciseRefOf(exercise),
      isMastered: masteredAt !== null,
      masteredAt,
      standard: setPrescriptions(exercise.defaults, exercise.metric),
      working: working && setPrescriptions(working, exercise.metric),
      sessionsThatCount: counting.slice(-100).map((decision) => presentDecision(decision, library, ruleBook)),
      sessionsNeeded,
      sessionsMissing,
      rulesVersion: rules.version,
      explanation: explainMastery(mastery, exercise),
    }
  },
})
