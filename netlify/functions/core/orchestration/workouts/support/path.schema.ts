import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Share } from '#orchestration/training/reason.schema.js'

const stepsMax = 500
const steps = (description: string) => z.int().min(0).max(stepsMax).meta({ description, example: 4 })

const Step = z
  .strictObject({
    exercise: ExerciseRef,
    mastered: z.boolean().meta({ description: 'It is mastered', example: false }),
    counts: z.boolean().meta({
      description: 'It counts as mastered for what builds on it: it is, or you would do it so surely that nobody asks',
      example: false,
    }),
    needed: z.boolean().meta({
      description:
        'Still to be done: it does not count as mastered, nor does what builds on it; the goal has to be mastered',
      example: true,
    }),
    masteryCount: z
      .int()
      .min(0)
      .max(10_000)
      .meta({ description: 'Sessions in a row that met the standard', example: 1 }),
    progress: Share.meta({ description: 'From 0, never trained, to 1, mastered', example: 0.53 }),
    prerequisites: z.array(ExerciseRef).max(20).meta({
      description: 'What it is reached by on this way, all of them: one exercise of each group that it requires',
    }),
  })
  .meta({ id: 'PathStep', description: 'A step on the way to a goal' })

/** What to master, in which order, to reach a goal. */
export const SkillPathResource = z
  .strictObject({
    goal: ExerciseRef,
    steps: z.array(Step).max(stepsMax).meta({ description: 'Each after what it builds on, the goal last' }),
    masteredCount: steps('Steps that count as mastered, or are left behind'),
    total: steps('All steps'),
    next: ExerciseRef.nullable().meta({ description: 'What to master next; null when the goal is mastered' }),
  })
  .meta({ id: 'SkillPath', description: 'What to master, in which order, to reach a goal' })
