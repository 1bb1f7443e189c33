import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import { capacityOf, standardOf } from './capacity.js'
import type { Modifier } from './coach-athlete.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { estimateOf, standingOf } from './estimate.js'
import { reserveTargets } from './reserve-targets.js'

/** How an exercise is to be done. */
export type TargetRequest = {
  readonly sets: number
  readonly modifier: Modifier
  /** Levels that the modifier adds. */
  readonly modifierLevels: number
  readonly rpeCap: number | null
}

/** Why targets are what they are. */
export type TargetRule = {
  readonly id: 'target.first_time' | 'target.raised_to_estimate' | 'target.lowered_to_estimate' | 'target.working_value'
  /** The expected maximum, in reps or seconds. */
  readonly maximum: number
  /** Mean of what the estimate says less mean of the working values; null without any. */
  readonly difference: number | null
  /** The difference from which targets follow the estimate; the first time, the deviations held back. */
  readonly threshold: number
}

export type Targets = { readonly targets: readonly number[]; readonly rule: TargetRule }

/** Targets before any limit, and the maximum that they were made of. */
type Aim = Targets & { readonly maximum: number }

/**
 * Returns what each set should be, in reps or seconds: what the estimate says with some reserve,
 * reached in steps from the working values.
 */
export function targetsOf(exercise: CoachExercise, request: TargetRequest, view: CoachView): Targets {
  const maximum = capacityOf(exercise, estimateOf(exercise, view), request.modifierLevels, view.rules)
  const wanted = reserveTargets(maximum, exercise.metric, request.sets, view.rules)
  const working = workingOf(exercise, request, view)
  const aim = working
    ? fromWorking(exercise, working, wanted, maximum, view.rules)
    : firstTime(exercise, request.sets, maximum, view)
  const { min, max } = view.rules.coach.target
  const most = Math.min(standardLimit(exercise, request, wanted, view), max[exercise.metric])
  const capped = capAt(request.rpeCap, aim, exercise, view.rules)
  return { rule: aim.rule, targets: capped.map((amount) => Math.max(min, Math.min(amount, most))) }
}

/** Returns first targets: those of the estimate, held back by its own uncertainty. */
function firstTime(exercise: CoachExercise, sets: number, expected: number, view: CoachView): Aim {
  const { firstTimeDeviations: threshold } = view.rules.coach.target
  const { variance } = estimateOf(exercise, view)
  const maximum = expected * Math.exp(-threshold * Math.sqrt(variance))
  const rule = { id: 'target.first_time', maximum, difference: null, threshold } as const
  return { maximum, rule, targets: reserveTargets(maximum, exercise.metric, sets, view.rules) }
}

/** Follows the estimate where it differs, upwards by no more than a step; else stays. */
function fromWorking(
  { metric }: CoachExercise,
  working: readonly number[],
  wanted: readonly number[],
  maximum: number,
  rules: TrainingRules,
): Aim {
  const { stepUp, unit } = rules.coach.target
  const threshold = unit[metric]
  const difference = (sum(wanted) - sum(working)) / wanted.length
  const numbers = { maximum, difference, threshold }
  const atMost = (step: number) => wanted.map((amount, index) => Math.min(amount, (working[index] ?? amount) + step))
  if (difference >= threshold) {
    return { maximum, targets: atMost(stepUp[metric]), rule: { id: 'target.raised_to_estimate', ...numbers } }
  }
  if (difference <= -threshold) {
    return { maximum, targets: wanted, rule: { id: 'target.lowered_to_estimate', ...numbers } }
  }
  const stay = working.map((amount, index) => Math.min(amount, (wanted[index] ?? amount) + threshold))
  return { maximum, targets: stay, rule: { id: 'target.working_value', ...numbers } }
}

/** Returns the working values with this modifier, the last one repeated; null when there are none. */
function workingOf(exercise: CoachExercise, { sets, modifier }: TargetRequest, view: CoachView): number[] | null {
  const standing = standingOf(exercise, view)
  const working = standing.modifier === modifier ? (standing.working ?? []) : []
  const last = working.at(-1)
  if (last === undefined) return null
  return Array.from({ length: sets }, (_, index) => working[index] ?? last)
}

/**
 * Returns the most that a set may be of the standard: one and a half of it once all sets reach it,
 * to bridge the gap to a rung that does not fit yet; twice with a modifier.
 */
function standardLimit(
  exercise: CoachExercise,
  { modifier }: TargetRequest,
  wanted: readonly number[],
  view: CoachView,
): number {
  const { bridgeFactor, modifiedFactor } = view.rules.coach.target
  const standard = standardOf(exercise)
  if (modifier !== 'none') return modifiedFactor * standard
  const wasTrained = standingOf(exercise, view).working !== null
  return wasTrained && wanted.every((amount) => amount >= standard) ? Math.ceil(bridgeFactor * standard) : standard
}

/** Takes sets back to what does not feel harder than an RPE. */
function capAt(
  rpeCap: number | null,
  { targets, maximum }: Aim,
  { metric }: CoachExercise,
  rules: TrainingRules,
): readonly number[] {
  if (rpeCap === null) return targets
  const inReserve = rules.effort.rpeMax - rpeCap
  return targets.map((amount, index) => {
    const left = maximum * rules.coach.target.keptPerSet ** index
    const most =
      metric === 'reps'
        ? Math.floor(left) - Math.ceil(inReserve)
        : Math.floor(left / (1 + rules.effort.holdSharePerRpePoint * inReserve))
    return Math.min(amount, most)
  })
}
