import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { sum } from '#domain/values/statistics.js'
import { type Group, groupOfKey } from '../slot-groups.js'
import { type Draft, type Part, withOneSetLess } from './draft.js'

/** Takes sets away on a day of middling readiness, so that one is left of each exercise at least. */
export function withFewerSets(draft: Draft, { coach }: TrainingRules): Draft {
  const { setsLess, setsMin } = coach.session.amber
  return draft.map((part) => ({ ...part, sets: Math.max(setsMin, part.sets - setsLess) }))
}

/**
 * Brings push and pull within a set of each other, where both are there: the larger side loses from
 * its exercise with the most sets, as long as that keeps one.
 */
export function balancePushAndPull(draft: Draft, rules: TrainingRules): Draft {
  const push = partsOf(draft, 'push')
  const pull = partsOf(draft, 'pull')
  const difference = setsOf(push) - setsOf(pull)
  const isOneSided = push.length === 0 || pull.length === 0
  if (isOneSided || Math.abs(difference) <= rules.coach.session.pushPullSetsMax) return draft
  const largest = (difference > 0 ? push : pull).reduce((most, part) => (losesFirst(part, most) ? part : most))
  if (largest.sets <= 1) return draft
  return balancePushAndPull(withOneSetLess(draft, largest.choice.key), rules)
}

function losesFirst(part: Part, other: Part): boolean {
  return part.sets > other.sets || (part.sets === other.sets && isLater(part, other))
}

/** Tells whether the name of a part's slot comes later than another's. */
export function isLater(part: Part, other: Part): boolean {
  return compareCodePoints(part.choice.key, other.choice.key) > 0
}

function partsOf(draft: Draft, group: Group): Draft {
  return draft.filter(({ choice }) => groupOfKey(choice.key) === group)
}

function setsOf(parts: Draft): number {
  return sum(parts.map(({ sets }) => sets))
}
