import { measure, standardisedResidual } from '#domain/ability/measurement.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { observationOf } from '../fold-ability.js'
import { abilityOn } from '../known-ability.js'
import { recordKey } from '../records.js'
import type { CategoryStanding, TrainingState } from '../training-state.js'
import type { Entry } from './entries.js'
import { countedRounds } from './rounds.js'

/**
 * Tells whether a set is so much more than its neighbours, and than anything before, that it may be a
 * typing error. It looks at the athlete's own history, because an estimate that is not sure yet
 * believes everything.
 */
export function isImplausible({ exercise, facts }: Entry, { records }: TrainingState, rules: TrainingRules): boolean {
  const { review, plausible } = rules.judging
  if (review === 'estimate') return false
  const [largest, ...others] = countedRounds(exercise.sets, rules)
    .map(({ amount }) => amount)
    .toSorted((a, b) => b - a)
  if (largest === undefined) return false
  const kind = facts.metric === 'reps' ? 'reps' : 'hold'
  const best = records.get(recordKey({ exerciseId: facts.id, kind }))?.value
  const [usual = 0] = exercise.standard.sets
  const known = best === undefined ? others : [best, ...others]
  const factor = known.length === 0 ? plausible.firstFactor : plausible.factor
  return largest > factor * Math.max(usual, ...known)
}

/**
 * Tells whether an entry lies so far above what was known before its session that nothing may follow
 * from it unseen. One far below claims nothing that could do harm: it is judged like any other.
 */
export function claimsTooMuch(
  { exercise, facts }: Entry,
  standing: CategoryStanding | undefined,
  on: string,
  rules: TrainingRules,
): boolean {
  const observation = observationOf(exercise, facts, rules)
  if (observation === null) return false
  const known = abilityOn(standing, on, rules)
  return standardisedResidual(known, measure(observation, rules), rules) > rules.ability.reviewGateDeviations
}
