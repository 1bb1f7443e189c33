import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { coachPolicy } from './policies/coach.js'
import { doubleProgression } from './policies/double-progression.js'
import { formerPolicy } from './policies/former.js'
import { randomPolicy } from './policies/random.js'
import type { Regime } from './run.js'

/** The second rules with the first model of the ability. */
export const rulesWithOneGaussian: TrainingRules = {
  ...rules2026v2,
  ability: { ...rules2026v2.ability, model: 'one-gaussian' },
}

const rules = rules2026v2

export const coachRegimes: readonly Regime[] = [
  { name: 'coach, exact', create: coachPolicy, style: 'exact', rules },
  { name: 'coach, reserve rule', create: coachPolicy, style: 'reserve', rules },
]

/** The coach with the first model of the ability, for comparison. */
export const coachWithOneGaussian: readonly Regime[] = coachRegimes.map((regime) => ({
  ...regime,
  name: `${regime.name}, one-gaussian`,
  rules: rulesWithOneGaussian,
}))

export const otherRegimes: readonly Regime[] = [
  { name: 'former', create: formerPolicy, style: 'exact', rules: rules2026v1 },
  { name: 'RR style', create: doubleProgression, style: 'exact', rules },
  { name: 'RR, one short', create: doubleProgression, style: 'one-short', rules },
  { name: 'random', create: randomPolicy, style: 'exact', rules },
]
