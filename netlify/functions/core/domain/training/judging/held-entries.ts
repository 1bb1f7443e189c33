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
  const [largest = 0, ...others] = countedRounds(exercise.sets, rules)
    .map(({ amount }) => amount)
    .toSorted((a, b) => b - a)
  const kind = facts.metric === 'reps' ? 'reps' : 'hold'
  const best = records.get(recordKey({ exerciseId: facts.id, kind }))?.value
  const usual = exercise.standard.sets[0] ?? 0
  if (best === undefined && others.length === 0) return largest > plausible.firstFactor * usual
  return largest > plausible.factor * Math.max(best ?? 0, others[0] ?? 0, usual)
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
