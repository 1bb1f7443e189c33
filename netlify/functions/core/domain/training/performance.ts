import { type PerformedSet, setFailed } from '#domain/effort/performed-set.js'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from './training-log.js'

/** What was done of one exercise, reduced to what a decision looks at. */
export type Performance = {
  /** Reps or seconds, one number for each set; of a left and right pair, the weaker side. */
  readonly actual: readonly number[]
  readonly rpeLast: number | null
  /** The worst pain of all sets, 0 to 10. */
  readonly pain: number
  /**
   * Whether any set was done with assistance, and so tells nothing about the unassisted exercise.
   */
  readonly assisted: boolean
}

export function performanceOf(exercise: LoggedExercise): Performance {
  const rounds = roundsOf(exercise.sets)
  return {
    actual: rounds.map(amountOf),
    rpeLast: hardest(rounds.at(-1) ?? []),
    pain: Math.max(0, ...exercise.sets.map(({ pain }) => pain ?? 0)),
    assisted: exercise.sets.some(isAssisted),
  }
}

/** A set with what was planned for it, in reps or seconds; null when it was more than was planned. */
export type PlannedSet = PerformedSet & { readonly planned: number | null }

/**
 * Returns the unassisted sets as observations of a maximum; whether one failed is judged against
 * the plan.
 */
export function performedSets(exercise: LoggedExercise, metric: Metric, rules: TrainingRules): PlannedSet[] {
  return roundsOf(exercise.sets).flatMap((round, index) => {
    if (round.some(isAssisted)) return []
    const actual = amountOf(round)
    if (actual === 0) return []
    const rpe = hardest(round)
    const planned = exercise.targets[index] ?? null
    return [{ metric, actual, rpe, planned, failed: setFailed(actual, planned, rpe, rules) }]
  })
}

export function isAssisted({ weightKg }: LoggedSet): boolean {
  return weightKg !== null && weightKg < 0
}

/** Groups sets by number: the two sides of a unilateral set are one round. */
function roundsOf(sets: readonly LoggedSet[]): LoggedSet[][] {
  const rounds = new Map<number, LoggedSet[]>()
  for (const set of [...sets].sort((a, b) => a.setNumber - b.setNumber)) {
    rounds.set(set.setNumber, [...(rounds.get(set.setNumber) ?? []), set])
  }
  return [...rounds.values()]
}

/**
 * Returns the amount of a round: that of the weaker side. A side that was left out counts as
 * nothing done.
 */
function amountOf(round: readonly LoggedSet[]): number {
  const sided = round.filter(({ side }) => side !== null)
  if (sided.length === 1) return 0
  return Math.min(...round.map(({ amount }) => amount))
}

function hardest(round: readonly LoggedSet[]): number | null {
  const rated = round.map(({ rpe }) => rpe).filter((rpe) => rpe !== null)
  return rated.length === 0 ? null : Math.max(...rated)
}
