import * as z from 'zod'
import { TestOutcome, TestShortfall } from '#domain/levels/judge-test.js'
import { LevelUpGate } from '#domain/levels/level-up-gates.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Category, Level, Metric } from '#domain/library/vocabulary.js'
import { PerformedSets } from '#domain/training/performed-sets.schema.js'
import { LevelTestId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { Explanation, RulesVersion, reasonFields, Share, Thresholds } from '#orchestration/training/reason.schema.js'

const count = (description: string) => z.int().min(0).max(1000).meta({ description, example: 5 })

const Rpe = z
  .number()
  .min(1)
  .max(10)
  .multipleOf(0.5)
  .meta({ description: 'RPE of the last set, 1 to 10 in halves', example: 8.5 })
const Pain = z.int().min(0).max(10).meta({ description: 'Worst pain, 0 (none) to 10', example: 0 })

const Gate = z
  .strictObject({
    gate: LevelUpGate.meta({ description: 'What was asked', example: 'coverage' }),
    passed: z.boolean().meta({ description: 'The gate is open', example: true }),
    ...reasonFields,
  })
  .meta({ id: 'LevelGate', description: 'One condition of the test of the next level' })

/** The exercise a test is taken with. */
const TestExercise = z
  .strictObject({
    exercise: ExerciseRef,
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    sets: prescriptionFields.sets,
  })
  .meta({
    id: 'LevelTestExercise',
    description: 'What the test is taken with: every set of its standard must be reached',
  })

/** Whether the test of the next level is open, gate by gate. */
export const LevelTestOfferResource = z
  .strictObject({
    category: Category,
    level: Level.meta({ description: 'Where the athlete stands', example: 2 }),
    placement: z.boolean().meta({ description: 'Asked without having worked through the level', example: false }),
    eligible: z.boolean().meta({ description: 'The test may be taken now', example: true }),
    gates: z.array(Gate).max(6).meta({ description: 'Every condition, in its order' }),
    available: count('Exercises of the level that the equipment allows'),
    mastered: count('Those of them that count as mastered: they are, or are surely within reach'),
    requiredMastered: count('As many must count as mastered'),
    pAbility: Share.nullable().meta({
      description: 'Chance to be at the entry of the next level; null where there is none',
      example: 0.88,
    }),
    entryDifficulty: z
      .number()
      .min(0)
      .max(6)
      .nullable()
      .meta({ description: 'Smallest difficulty of the next level that the equipment allows', example: 3 }),
    testExercise: TestExercise.nullable(),
    nextTestOn: LocalDate.nullable().meta({
      description: 'First day after the last test on which the next may be taken',
    }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'LevelTestOffer', description: 'Whether the test of the next level is open, gate by gate' })
export type LevelTestOfferResource = z.output<typeof LevelTestOfferResource>

/** Takes the test of the next level. */
export const TakeLevelTest = posted({
  id: LevelTestId.optional(),
  actual: PerformedSets,
  rpeLast: Rpe.optional(),
  pain: Pain.optional(),
  placement: z.boolean().optional().meta({
    description: 'Without having worked through the level: only safety and cooldown are asked',
    example: false,
  }),
}).meta({ id: 'TakeLevelTest', example: { actual: [{ reps: 8 }, { reps: 8 }, { reps: 8 }], rpeLast: 8.5 } })
export type TakeLevelTest = z.output<typeof TakeLevelTest>

/** A test as it was judged. */
export const LevelTestResult = z
  .strictObject({
    id: LevelTestId,
    category: Category,
    on: LocalDate,
    exercise: ExerciseRef,
    placement: z.boolean().meta({ description: 'Asked without having worked through the level', example: false }),
    result: TestOutcome,
    shortfalls: z.array(TestShortfall).max(3).meta({
      description: 'What it fell short of: a set below its standard, effort above the limit, pain',
      example: [],
    }),
    ruleId: z.string().max(60).meta({ description: 'The rule that judged', example: 'levelUp.test' }),
    inputs: z
      .strictObject({
        actual: PerformedSets,
        standard: prescriptionFields.sets,
        rpeLast: Rpe.nullable(),
        pain: Pain,
      })
      .meta({ description: 'What the rule looked at' }),
    thresholds: Thresholds.meta({ example: { rpeMax: 9, painMax: 3 } }),
    explanation: Explanation,
    levelBefore: Level.meta({ description: 'Where the athlete stood', example: 2 }),
    level: Level.meta({ description: 'Where the athlete stands now', example: 3 }),
    nextTestOn: LocalDate.meta({ description: 'The first day on which another test of this category may be taken' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'LevelTestResult', description: 'A test of the next level, as it was judged' })
export type LevelTestResult = z.output<typeof LevelTestResult>
