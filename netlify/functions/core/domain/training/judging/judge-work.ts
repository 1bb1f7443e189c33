import { everySetReached } from '#domain/effort/amounts.js'
import { plannedLoadKg } from '#domain/effort/modifier.schema.js'
import { setFailed } from '#domain/effort/performed-set.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from '../training-log.js'
import { assignSets } from './assign-sets.js'
import { type Worth, worthOf } from './moved-mass.js'
import { countedRounds } from './rounds.js'

/** What was done of an exercise, held against targets. */
export type Work = {
  /** What was asked for, in reps or seconds. */
  readonly targets: readonly number[]
  /** What was done for each target; by position also what was done beyond them. */
  readonly actual: readonly number[]
  /** What that is worth at the planned mass, in whole reps. */
  readonly worth: readonly number[]
  /** What each set counts for: its target, where it ended early with something in reserve. */
  readonly counted: readonly number[]
  /** RPE of the last set. */
  readonly rpeLast: number | null
  /** Whether a set had help of which nobody knows what it is worth, or that made it too little. */
  readonly assisted: boolean
}

type Done = { readonly amount: number; readonly worth: number; readonly rpe: number | null; readonly helped: boolean }

/** Holds what was done of an exercise against targets, by the rules' way of reading a log. */
export function workAgainst(
  targets: readonly number[],
  exercise: LoggedExercise,
  metric: Metric,
  rules: TrainingRules,
): Work {
  const done = countedRounds(exercise.sets, rules).map(({ amount, rpe, addedKg }): Done => {
    const masses = { addedKg, plannedKg: plannedLoadKg(exercise.modifier) }
    const worth = worthOf(amount, masses, { standard: exercise.standard, metric }, rules)
    return { amount, rpe, helped: addedKg < 0, worth: amountWorth(amount, worth, metric, rules) }
  })
  const chosen = rules.judging.assignment === 'best' ? best(targets, done) : done
  const counted = chosen.map((set, index) => countedFor(set, targets[index], metric, rules))
  const helpMatters = rules.judging.load.counts === 'assistance-alone' || !everySetReached(counted, targets)
  return {
    targets,
    actual: chosen.map((set) => set?.amount ?? 0),
    worth: chosen.map((set) => set?.worth ?? 0),
    counted,
    rpeLast: chosen.findLast((set) => set !== null)?.rpe ?? null,
    assisted: helpMatters && chosen.some((set) => set?.helped ?? false),
  }
}

/** Tells whether every target was met. */
export function isMet({ counted, targets }: Work): boolean {
  return everySetReached(counted, targets)
}

function best(targets: readonly number[], done: readonly Done[]): (Done | null)[] {
  const assigned = assignSets(
    targets,
    done.map(({ worth }) => worth),
  )
  return assigned.map((index) => (index === null ? null : (done[index] ?? null)))
}

/**
 * A set that ended with something in reserve, and close to its target, counts as its target: the
 * athlete could have done it, and was asked to stop in time.
 */
function countedFor(set: Done | null, target: number | undefined, metric: Metric, rules: TrainingRules): number {
  if (set === null) return 0
  const { amount, worth, rpe } = set
  if (target === undefined || worth >= target || amount === 0) return worth
  const { reps, holdShare } = rules.judging.reserve
  const least = metric === 'reps' ? target - reps : Math.floor(holdShare * target)
  const endedInTime = worth >= least && !setFailed(worth, target, rpe, rules)
  return endedInTime ? target : worth
}

/** Help of unknown worth counts as nothing done by the rules that look at masses. */
function amountWorth(amount: number, worth: Worth, metric: Metric, { judging }: TrainingRules): number {
  if (worth.kind === 'amount') return wholeOf(worth.amount, metric)
  return worth.kind === 'less' && judging.load.counts === 'effective' ? 0 : amount
}

function wholeOf(amount: number, metric: Metric): number {
  return metric === 'reps' ? Math.floor(amount + wholeTolerance) : amount
}

/** Keeps 6 reps 6 where floating point makes them 5.999999999999998. */
const wholeTolerance = 1e-9
