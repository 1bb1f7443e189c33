import * as z from 'zod'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { median, quantile } from '#domain/values/statistics.js'

/** A value on a day; days are whole day numbers. */
export type GoalPoint = { readonly day: number; readonly value: number }

/**
 * The best values so far (one for each of the last 8 weeks), and the target that they should lead
 * to.
 */
export type GoalFacts = {
  readonly points: readonly GoalPoint[]
  readonly target: number
  readonly today: number
  /** Day number; null when there is no deadline. */
  readonly deadline: number | null
}

/** What a forecast can say about when a goal will be reached. */
export const GoalEtaStatus = z
  .enum(['achieved', 'insufficient_data', 'not_improving', 'beyond_horizon', 'projected'])
  .meta({ id: 'GoalEtaStatus', description: 'What a forecast can say', example: 'projected' })
export type GoalEtaStatus = z.output<typeof GoalEtaStatus>

/**
 * A forecast of when a goal will be reached. `slope` is value per day; days count from today.
 * `pessimisticDays` is null when a quarter of the slopes do not rise.
 */
export type GoalEta =
  | { readonly status: 'achieved' | 'insufficient_data' }
  | {
      readonly status: 'not_improving' | 'beyond_horizon'
      readonly slope: number
      readonly current: number
      /** False when there is a deadline, else null. */
      readonly onTrack: false | null
    }
  | {
      readonly status: 'projected'
      readonly slope: number
      readonly current: number
      readonly etaDays: number
      readonly optimisticDays: number
      readonly pessimisticDays: number | null
      /** Whether the deadline will be met; null when there is none. */
      readonly onTrack: boolean | null
    }

/**
 * Forecasts when a goal will be reached, by the median of all pairwise slopes (Theil-Sen). Linear
 * extrapolation is optimistic for long horizons: hence the limit of a year and the pessimistic
 * bound. For a skill, points are (day, mean ability) and the target is the exercise's difficulty.
 */
export function goalEta(facts: GoalFacts, rules: TrainingRules): GoalEta {
  const { points, target, today, deadline } = facts
  if (points.some(({ value }) => value >= target)) return { status: 'achieved' }
  const slopes = pairwiseSlopes(points)
  const slope = median(slopes)
  if (slope === null || !hasEnoughData(points, rules)) return { status: 'insufficient_data' }
  const current = (median(points.map(({ day, value }) => value - slope * day)) ?? 0) + slope * today
  const offTrack = { slope, current, onTrack: deadline === null ? null : (false as const) }
  if (slope <= 0) return { status: 'not_improving', ...offTrack }
  const days = (perDay: number) => daysToGo(target - current, perDay, rules)
  const etaDays = days(slope)
  if (etaDays > rules.goal.horizonDays) return { status: 'beyond_horizon', ...offTrack }
  const onTrack = deadline === null ? null : etaDays <= deadline - today
  return { status: 'projected', slope, current, etaDays, ...bounds(slopes, slope, days, rules), onTrack }
}

function hasEnoughData(points: readonly GoalPoint[], rules: TrainingRules): boolean {
  const days = points.map(({ day }) => day)
  const span = Math.max(...days) - Math.min(...days)
  return points.length >= rules.goal.pointsMin && span >= rules.goal.spanDaysMin
}

/** Returns the slopes of all pairs of points that lie on different days. */
function pairwiseSlopes(points: readonly GoalPoint[]): number[] {
  return points.flatMap((from, index) =>
    points
      .slice(index + 1)
      .filter((to) => to.day !== from.day)
      .map((to) => (to.value - from.value) / (to.day - from.day)),
  )
}

function daysToGo(distance: number, perDay: number, rules: TrainingRules): number {
  return Math.max(0, Math.ceil(distance / perDay - rules.goal.dayTolerance))
}

function bounds(
  slopes: readonly number[],
  slope: number,
  days: (perDay: number) => number,
  rules: TrainingRules,
): { optimisticDays: number; pessimisticDays: number | null } {
  const steep = quantile(slopes, rules.goal.optimisticQuantile) ?? slope
  const flat = quantile(slopes, rules.goal.pessimisticQuantile) ?? slope
  return { optimisticDays: days(steep), pessimisticDays: flat <= 0 ? null : days(flat) }
}
