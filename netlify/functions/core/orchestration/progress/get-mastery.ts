import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey, type LibraryFacts } from '#domain/library/library-facts.js'
import { SetPrescription, setPrescriptions } from '#domain/library/sets.schema.js'
import { storedDecisions } from '#domain/training/stored-training.js'
import { standingIn } from '#domain/training/training-state.js'
import { Instant } from '#domain/values/time.schema.js'
import { ExercisePath } from '#orchestration/library/support/exercises.schema.js'
import { query } from '#orchestration/operation.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { AtQuery, readTrainingOf } from '#orchestration/training/read-training.js'

const sets = (description: string) => z.array(SetPrescription).max(20).meta({ description })

const Mastery = z
  .strictObject({
    exercise: ExerciseRef,
    isMastered: z.boolean().meta({ description: 'The standard was met as often as it takes', example: false }),
    masteredAt: Instant.nullable(),
    standard: sets('What the library asks'),
    working: sets('Where the athlete stands').nullable(),
    sessionsThatCount: z
      .array(TrainingDecisionResource)
      .max(100)
      .meta({ description: 'The sessions in a row that met the standard, up to now' }),
    sessionsNeeded: z.int().min(1).max(10).meta({ description: 'Sessions in a row that it takes', example: 2 }),
    sessionsMissing: z.int().min(0).max(10).meta({ description: 'Sessions that are missing', example: 1 }),
    rulesVersion: z.string().max(20).meta({ description: 'The version of the rules', example: '2026.1' }),
    explanation: z
      .string()
      .max(300)
      .meta({ description: 'What is missing, in a sentence', example: 'Meet it once more.' }),
  })
  .meta({ id: 'Mastery', description: 'How far an exercise is from being mastered' })

export const getMastery = query({
  id: 'progress.mastery',
  http: { method: 'GET', path: '/me/exercises/{exercise}/mastery', status: 200 },
  summary: 'Get what is missing to master an exercise',
  description:
    'The sessions that count and what is missing. A mastery is kept when the standard rises later. With `at`, as it was known at that instant.',
  access: { scope: 'progress:read' },
  input: { params: ExercisePath, query: AtQuery },
  output: Mastery,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { params, query: { at } }) => {
    const { state, library } = await readTrainingOf(context, at)
    const exercise = exerciseByKey(library, params.exercise) ?? exerciseNotFound()
    const { masteredAt, masteryCount, working } = standingIn(state, exercise.id)
    const made = [...storedDecisions(state).values()].filter(({ exerciseId }) => exerciseId === exercise.id)
    const sessionsNeeded = context.rules.progression.hit.masteryAt
    const sessionsMissing = masteredAt === null ? Math.max(0, sessionsNeeded - masteryCount) : 0
    const counting = masteryCount === 0 ? [] : made.slice(-masteryCount)
    return {
      exercise: exerciseRefOf(exercise),
      isMastered: masteredAt !== null,
      masteredAt,
      standard: setPrescriptions(exercise.defaults, exercise.metric),
      working: working && setPrescriptions(working, exercise.metric),
      sessionsThatCount: counting.slice(-100).map((decision) => presentDecision(decision, library, context.ruleBook)),
      sessionsNeeded,
      sessionsMissing,
      rulesVersion: context.rules.version,
      explanation: explain(masteredAt, sessionsMissing, exercise),
    }
  },
})

function explain(masteredAt: string | null, missing: number, { defaults, metric }: LibraryFacts): string {
  if (masteredAt !== null) return 'Mastered: the standard was met as often as it takes.'
  const standard = `${defaults.join(', ')} ${metric === 'reps' ? 'reps' : 's'}`
  return `Meet ${standard} in ${missing} session${missing === 1 ? '' : 's'} in a row, with something in reserve.`
}
