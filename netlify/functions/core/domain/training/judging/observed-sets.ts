import { estimateMax } from '#domain/effort/estimate-max.js'
import { type PerformedSet, setFailed } from '#domain/effort/performed-set.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from '../training-log.js'
import { assignSets } from './assign-sets.js'
import { worthOf } from './moved-mass.js'
import { countedRounds, type Round } from './rounds.js'

/** A set with what was planned for it, in reps or seconds; null when it was more than was planned. */
export type PlannedSet = PerformedSet & { readonly planned: number | null }

/**
 * Returns the sets of an exercise as observations of what the athlete could do without added mass;
 * whether one failed is judged against the plan.
 */
export function performedSets(exercise: LoggedExercise, metric: Metric, rules: TrainingRules): PlannedSet[] {
  const rounds = countedRounds(exercise.sets, rules)
  const planned = plannedFor(exercise.targets, rounds, rules)
  return rounds.flatMap((round, index) => {
    if (round.amount === 0 && (round.oneSided || rules.judging.failedAttempt === 'left-out')) return []
    const { amount: actual, rpe } = round
    const target = planned[index] ?? null
    const set = { metric, actual, rpe, planned: target, failed: setFailed(actual, target, rpe, rules) }
    return withoutAddedMass(set, round.addedKg, exercise, rules)
  })
}

/** Returns the planned amount that each round was for; nothing for a round beyond the plan. */
function plannedFor(
  targets: readonly number[],
  rounds: readonly Round[],
  rules: TrainingRules,
): readonly (number | null)[] {
  if (rules.judging.assignment === 'by-position') return targets
  const assigned = assignSets(
    targets,
    rounds.map(({ amount }) => amount),
  )
  return rounds.map((_, index) => targets[assigned.indexOf(index)] ?? null)
}

/**
 * Turns a set with added mass into what it would have been without, by its estimated maximum. Where
 * no formula speaks, more mass makes it a lower bound, and assistance tells nothing.
 */
function withoutAddedMass(
  set: PlannedSet,
  addedKg: number,
  { standard }: LoggedExercise,
  rules: TrainingRules,
): PlannedSet[] {
  const { estimate } = estimateMax(set, rules)
  const worth = worthOf(estimate, { addedKg, plannedKg: 0 }, { standard, metric: set.metric }, rules)
  if (worth.kind === 'less') return []
  if (worth.kind === 'more') return [{ ...set, rpe: null, failed: false }]
  const actual = set.actual + (worth.amount - estimate)
  const planned = set.planned === null ? null : Math.max(1, set.planned + (worth.amount - estimate))
  return [actual < 0 ? { ...set, planned, actual: 0, failed: true } : { ...set, planned, actual }]
}
