import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { explainMastery } from '#domain/progress/explain-mastery.js'
import { masteryOf, metStandard } from '#domain/progress/mastery.js'
import { type StoredDecision, storedDecisions } from '#domain/training/stored-training.js'
import type { Context } from '#orchestration/context.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { AtQuery, readTrainingAt, type Training } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listDecisionsAbout } from '#queries/exercise-decisions.js'
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
    const { training, meeting } = await (at === undefined
      ? masteryNow(context, params.exercise)
      : masteryThen(context, new Date(at)))
    const { state, library } = training
    const exercise = exerciseByKey(library, params.exercise) ?? exerciseNotFound()
    const counted = meeting.filter(({ exerciseId }) => exerciseId === exercise.id)
    const mastery = masteryOf(exercise, state, counted, rules)
    const { masteredAt, working, counting, sessionsNeeded, sessionsMissing } = mastery
    return {
      exercise: exerciseRefOf(exercise),
      isMastered: masteredAt !== null,
      masteredAt,
      standard: setPrescriptions(exercise.defaults, exercise.metric),
      working: working && setPrescriptions(working, exercise.metric),
      sessionsThatCount: counting.map((decision) => presentDecision(decision, library, ruleBook)),
      sessionsNeeded,
      sessionsMissing,
      rulesVersion: rules.version,
      explanation: explainMastery(mastery, exercise),
    }
  },
})

/** More sessions in a row than anybody looks through. */
const countingMax = 100

type Known = { readonly training: Training; readonly meeting: readonly StoredDecision[] }

async function masteryNow(context: Context, exercise: string): Promise<Known> {
  const keys = exerciseKeys(exercise)
  const asked = { userId: context.athleteId, ...keys, reasons: metStandard, limit: countingMax }
  const { more, ...training } = await readTrainingWith(context, {}, [listDecisionsAbout(asked)])
  return { training, meeting: more[0].toReversed() }
}

async function masteryThen(context: Context, at: Date): Promise<Known> {
  const training = await readTrainingAt(context, at)
  const meeting = storedDecisions(training.state, ({ reason }) => metStandard.includes(reason))
  return { training, meeting }
}
