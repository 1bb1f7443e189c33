import * as z from 'zod'
import { goalFields } from '#domain/goal/goal.schema.js'
import { GoalEtaStatus } from '#domain/goal/goal-eta.js'
import { GoalId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { ExpandableExerciseRef, expandQuery } from '#orchestration/expand.js'
import { RulesVersion, reasonFields, Share } from '#orchestration/training/reason.schema.js'

/** The path of one goal. */
export const GoalPath = z.strictObject({ goalId: GoalId.meta({ description: 'Id of the goal' }) })

const days = (max: number, description: string) => z.int().min(0).max(max).nullable().meta({ description, example: 21 })
const date = (description: string) => LocalDate.nullable().meta({ description, example: '2026-12-13' })
const value = (description: string, example: number) =>
  z.number().min(-100_000).max(100_000).nullable().meta({ description, example })

/** Days beyond which a pessimistic date is left out. */
export const pessimisticDaysMax = 3650

/** When a goal will be reached. */
export const GoalEtaResource = z
  .strictObject({
    status: GoalEtaStatus.meta({
      description: 'What can be said; all else is null unless it is `projected`, save slope and present value',
      example: 'projected',
    }),
    etaDays: days(365, 'Days until it is reached, at the pace of the last weeks'),
    etaDate: date('The day of that'),
    optimisticDays: days(365, 'The same at the faster quarter of the paces'),
    optimisticDate: date('The day of that'),
    pessimisticDays: days(pessimisticDaysMax, 'The same at the slower quarter; null where that takes over ten years'),
    pessimisticDate: date('The day of that'),
    onTrack: z
      .boolean()
      .nullable()
      .meta({ description: 'In time for the deadline; null without one, or where nothing can be said', example: true }),
    slopePerDay: value('What the value gains in a day (Theil-Sen)', 0.1429),
    current: value('The value today, on that line', 7),
    pAtLeast: Share.nullable().meta({
      description: 'For a skill: the chance to have it already',
      example: null,
    }),
    ...reasonFields,
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'GoalEta', description: 'When a goal will be reached; long forecasts are optimistic' })
export type GoalEtaResource = z.output<typeof GoalEtaResource>

/** A goal with its forecast. */
export const GoalResource = z
  .strictObject({
    ...goalFields,
    eta: GoalEtaResource.nullable().meta({ description: 'When it will be reached; null once it was dropped' }),
  })
  .meta({ id: 'Goal', description: 'A goal, and when it will be reached' })
export type GoalResource = z.output<typeof GoalResource>

/** The query parameter that shows the exercise of a goal in full. */
export const goalExpand = expandQuery(['exercise']).exactOptional()

/** A goal whose exercise may be shown in full. */
export const ExpandableGoal = z
  .strictObject({ ...GoalResource.shape, exercise: ExpandableExerciseRef.nullable() })
  .meta({ id: 'ExpandableGoal', description: 'A goal, and when it will be reached' })
