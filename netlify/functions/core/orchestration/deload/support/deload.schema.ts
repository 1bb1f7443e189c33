import * as z from 'zod'
import { DeloadReason } from '#domain/event/vocabulary.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Category } from '#domain/library/vocabulary.js'
import { exercisesMax } from '#domain/session/session-exercise.schema.js'
import { DeloadId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'
import { Explanation, RuleId, RulesVersion, reasonFields, Share } from '#orchestration/training/reason.schema.js'

const count = (max: number, description: string, example: number) =>
  z.int().min(0).max(max).meta({ description, example })

const SetsFactor = Share.meta({ description: 'Share of the sets that is left, rounded up to whole sets', example: 0.5 })
const RpeCap = z.number().min(1).max(10).meta({ description: 'No set is to be harder than this', example: 7 })
const Days = count(28, 'How many days it lasts', 7)

const Trigger = DeloadReason.meta({
  description: "Why; `by_hand` is the athlete's choice without any of the other reasons",
  example: 'scheduled',
})

/** A week of deload. */
export const DeloadResource = z
  .strictObject({
    id: DeloadId,
    startsOn: LocalDate,
    endsOn: LocalDate.meta({ description: 'The last day', example: '2026-11-28' }),
    triggers: z
      .array(Trigger)
      .max(5)
      .meta({ description: 'Why it was begun', example: ['scheduled'] }),
    setsFactor: SetsFactor,
    rpeCap: RpeCap,
    rulesVersion: RulesVersion,
    createdAt: Instant,
  })
  .meta({ id: 'Deload', description: 'An easier week: fewer sets, less effort, no decisions on working sets' })
export type DeloadResource = z.output<typeof DeloadResource>

const ExplainedTrigger = z
  .strictObject({ trigger: Trigger, ...reasonFields })
  .meta({ id: 'DeloadTrigger', description: 'A reason for an easier week' })

const CategoryReturn = z
  .strictObject({
    category: Category,
    lastSessionOn: LocalDate,
    gapDays: count(100_000, 'Days since the last session of this category', 30),
    factor: Share.meta({ description: 'Share of the targets that is kept', example: 0.7 }),
    weeklySetMultipliers: z
      .array(Share)
      .max(10)
      .meta({ description: 'Share of the sets in each week of the return; none without a break', example: [0.5, 0.7] }),
    retest: z.boolean().meta({ description: 'The level should be tested anew', example: false }),
    ruleId: RuleId.meta({ example: 'layoff.return' }),
    explanation: Explanation.meta({
      example: 'You last trained Push 30 days ago: come back with 50 %, 70 %, 80 %, 90 % of the sets, week by week.',
    }),
  })
  .meta({ id: 'CategoryReturn', description: 'The way back of a category after a break' })
export type CategoryReturn = z.output<typeof CategoryReturn>

/** Whether an easier week is due, and the way back after a break. */
export const DeloadAdvice = z
  .strictObject({
    date: LocalDate,
    due: z.boolean().meta({
      description: 'An easier week is due, none is running or planned, and it was not declined',
      example: true,
    }),
    triggers: z.array(ExplainedTrigger).max(4).meta({ description: 'Every reason that holds, in a fixed order' }),
    declinedUntil: LocalDate.nullable().meta({
      description: 'The last day for which an easier week was declined; null when there is none ahead',
      example: null,
    }),
    setsFactor: SetsFactor,
    rpeCap: RpeCap,
    days: Days,
    current: DeloadResource.nullable().meta({ description: 'The deload that runs today' }),
    next: DeloadResource.nullable().meta({ description: 'The next one that is planned' }),
    returns: z.array(CategoryReturn).max(3).meta({ description: 'Every category that was ever trained' }),
    explanation: Explanation.meta({ example: 'You have trained for 6 weeks without an easier one.' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'DeloadAdvice', description: 'Whether an easier week is due, and the way back after a break' })
export type DeloadAdvice = z.output<typeof DeloadAdvice>

/** Begins a deload. */
export const BeginDeload = posted({
  id: DeloadId.exactOptional(),
  startsOn: LocalDate.exactOptional().meta({ description: 'The first day; today when it is left out' }),
}).meta({ id: 'BeginDeload', description: 'When an easier week begins', example: { startsOn: '2026-11-23' } })

const ChangedExercise = z.strictObject({
  sessionExerciseId: SessionExerciseId,
  exercise: ExerciseRef.pick({ id: true, slug: true, name: true }).meta({ description: 'The exercise of the library' }),
  setsBefore: count(20, 'Planned sets before', 4),
  setsAfter: count(20, 'Planned sets now', 2),
})

/** A planned session that became lighter. */
export const LightenedSession = z
  .strictObject({
    id: SessionId,
    date: LocalDate,
    version: z.int().min(1).max(2_147_483_647).meta({ description: 'The version of the session now', example: 2 }),
    exercises: z.array(ChangedExercise).max(exercisesMax).meta({ description: 'The exercises that changed' }),
  })
  .meta({ id: 'LightenedSession', description: 'A planned session that became lighter' })
export type LightenedSession = z.output<typeof LightenedSession>

const sessions = z.array(LightenedSession).max(1000).meta({ description: 'The planned sessions that changed' })

/** A deload as it was begun, with what it made of the plan. */
export const BegunDeload = z
  .strictObject({ ...DeloadResource.shape, sessions })
  .meta({ id: 'BegunDeload', description: 'A deload, and what it made of the plan' })

/** What a return after a break made of the plan. */
export const ReturnPlan = z
  .strictObject({
    date: LocalDate,
    returns: z.array(CategoryReturn).max(3).meta({ description: 'The categories that come back' }),
    sessions,
    explanation: Explanation.meta({ example: 'Two planned sessions of the next 4 weeks became lighter.' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'ReturnPlan', description: 'What a return after a break made of the plan' })
