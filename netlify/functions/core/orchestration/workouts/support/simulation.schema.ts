import * as z from 'zod'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { Metric } from '#domain/library/vocabulary.js'
import { PerformedSets } from '#domain/training/performed-sets.schema.js'
import { posted } from '#domain/values/posted.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'

const counter = (description: string) => z.int().min(0).max(100).meta({ description, example: 1 })

const counters = {
  overStreak: counter('Sessions in a row beyond the target'),
  failStreak: counter('Misses in a row'),
  masteryCount: counter('Sessions in a row that met the standard'),
}

const Session = posted({
  date: LocalDate.optional().meta({
    description: 'The day; that of the session before when left out, and today for the first',
    example: '2026-11-24',
  }),
  sets: PerformedSets,
  rpeLast: z
    .number()
    .min(1)
    .max(10)
    .multipleOf(0.5)
    .optional()
    .meta({ description: 'RPE of the last set', example: 8 }),
  pain: z.int().min(0).max(10).optional().meta({ description: 'Worst pain; none when left out', example: 0 }),
  assisted: z.boolean().optional().meta({ description: 'Some set was done with assistance', example: false }),
}).meta({ id: 'HypotheticalSession', description: 'A session of one exercise that nobody has done' })

/** What if: hypothetical sessions of one exercise. */
export const Simulate = posted({
  exercise: ExerciseKey,
  standard: prescriptionFields.sets.optional().meta({
    description: "What the sessions are judged by; the library's sets when left out",
    example: [{ reps: 8 }, { reps: 8 }, { reps: 8 }],
  }),
  state: posted({
    working: prescriptionFields.sets
      .optional()
      .meta({ description: 'Working sets; where an exercise starts when left out' }),
    overStreak: counters.overStreak.default(0),
    failStreak: counters.failStreak.default(0),
    masteryCount: counters.masteryCount.default(0),
    mastered: z.boolean().default(false).meta({ description: 'Mastered already', example: false }),
  })
    .optional()
    .meta({ description: 'Where the athlete stands before the first session; as the log has it when left out' }),
  sessions: z.array(Session).min(1).max(100).meta({ description: 'The sessions, in the order of their dates' }),
}).meta({
  id: 'Simulate',
  example: {
    exercise: 'push-up',
    state: { working: [{ reps: 6 }, { reps: 6 }, { reps: 6 }] },
    sessions: [{ sets: [{ reps: 6 }, { reps: 6 }, { reps: 8 }], rpeLast: 8 }],
  },
})
export type Simulate = z.output<typeof Simulate>

const Standing = z
  .strictObject({
    working: z
      .array(SetPrescription)
      .max(20)
      .meta({ description: 'Working sets', example: [{ reps: 7 }] }),
    ...counters,
    mastered: z.boolean().meta({ description: 'Mastered', example: false }),
  })
  .meta({ id: 'SimulatedState', description: 'Where the athlete would stand' })

const {
  decision,
  reason,
  ruleId,
  rulesVersion,
  inputs,
  thresholds,
  workingBefore,
  workingAfter,
  completion,
  explanation,
} = TrainingDecisionResource.shape

const SimulatedDecision = z
  .strictObject({
    session: z.int().min(1).max(100).meta({ description: 'Place of the session, from 1', example: 1 }),
    on: LocalDate,
    decision,
    reason,
    ruleId,
    rulesVersion,
    inputs,
    thresholds,
    workingBefore,
    workingAfter,
    completion,
    explanation,
    state: Standing,
  })
  .meta({ id: 'SimulatedDecision', description: 'What would be decided after a session' })

/** What would follow from hypothetical sessions. */
export const SimulationResult = z
  .strictObject({
    exercise: ExerciseRef,
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    standard: prescriptionFields.sets,
    decisions: z.array(SimulatedDecision).max(100).meta({ description: 'One for each session' }),
  })
  .meta({ id: 'SimulationResult', description: 'What would follow; nothing of it is stored' })
export type SimulationResult = z.output<typeof SimulationResult>
