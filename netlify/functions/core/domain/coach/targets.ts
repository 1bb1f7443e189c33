import { smallestStep } from '#domain/progression/next-sets.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import { capacityOf, standardOf } from './capacity.js'
import type { Modifier } from './coach-athlete.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { estimateOf, standingOf } from './estimate.js'
import { dateOf } from './reading/day-number.js'
import { reserveTargets } from './reserve-targets.js'

/** How an exercise is to be done. */
export type TargetRequest = {
  readonly sets: number
  readonly modifier: Modifier
  /** Levels that the modifier adds. */
  readonly modifierLevels: number
  readonly rpeCap: number | null
}

/** Why targets are what they are. Amounts are in reps or seconds. */
export type TargetRule = {
  readonly id: 'target.first_time' | 'target.raised_to_estimate' | 'target.lowered_to_estimate' | 'target.working_value'
  /** The expected maximum. */
  readonly maximum: number
  /** Mean of what the estimate says less mean of the working values; null without any. */
  readonly difference: number | null
  /** The difference from which targets follow the estimate; the first time, the deviations held back. */
  readonly threshold: number
  /** The first set today, and of the last session; null before it. */
  readonly first: number
  readonly lastFirst: number | null
  readonly lastOn: string | null
  readonly daysAgo: number | null
  /** The most in one set that the athlete told and no session has shown. */
  readonly told: number | null
  /** What keeps the sets lower than the maximum alone would. */
  readonly limit: 'rpe' | 'endurance' | null
  readonly rpeCap: number | null
}

export type Targets = { readonly targets: readonly number[]; readonly rule: TargetRule }

/** Targets before any limit, the maximum that they were made of, and why. */
type Aim = {
  readonly targets: readonly number[]
  readonly maximum: number
  readonly rule: Pick<TargetRule, 'id' | 'maximum' | 'difference' | 'threshold'>
}

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
  const targets = capped.map((amount) => Math.max(min, Math.min(amount, most)))
  const limits = { first: targets[0] ?? min, limit: limitOf(aim.targets, capped, most), rpeCap: request.rpeCap }
  return { targets, rule: { ...aim.rule, ...lastTime(exercise, view), ...limits } }
}

/** Tells what lowers the first set; of a cap and the most of an exercise the lower one. */
function limitOf([aimed = 0]: readonly number[], [capped = 0]: readonly number[], most: number): TargetRule['limit'] {
  if (Math.min(aimed, capped) > most) return 'endurance'
  return capped < aimed ? 'rpe' : null
}

/** Returns what was done in the last session of an exercise, and what was told of it. */
function lastTime(
  exercise: CoachExercise,
  view: CoachView,
): Pick<TargetRule, 'lastFirst' | 'lastOn' | 'daysAgo' | 'told'> {
  const { lastSets, lastOn, told } = standingOf(exercise, view)
  const lastFirst = lastSets[0] ?? null
  if (lastOn === null) return { lastFirst, lastOn, daysAgo: null, told }
  return { lastFirst, lastOn: dateOf(lastOn), daysAgo: view.day - lastOn, told }
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
  exercise: CoachExercise,
  working: readonly number[],
  wanted: readonly number[],
  maximum: number,
  rules: TrainingRules,
): Aim {
  const { metric } = exercise
  const { stepUp } = rules.coach.target
  const threshold = smallestStep(metric, standardOf(exercise), rules)
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
