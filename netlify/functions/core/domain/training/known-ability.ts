import { type Ability, initialAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import { ageHypotheses } from '#domain/ability/two-hypotheses/age-hypotheses.js'
import { type Hypotheses, hypothesesFrom, initialHypotheses } from '#domain/ability/two-hypotheses/hypotheses.js'
import { reportHypotheses } from '#domain/ability/two-hypotheses/report-hypotheses.js'
import { daysSince } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CategoryStanding } from './training-state.js'

/** What is known of an ability, by the model that observed it last. */
export type KnownAbility = Pick<CategoryStanding, 'ability' | 'hypotheses' | 'observedOn'>

/** What is known of an ability without its day. */
export type Estimated = Pick<KnownAbility, 'ability' | 'hypotheses'>

/** Returns what is known of an athlete who says to be of a level, or does not say (null). */
export function startAt(level: number | null, rules: TrainingRules): Estimated {
  return rules.ability.model === 'one-gaussian'
    ? { ability: initialAbility(level, rules), hypotheses: null }
    : estimatedBy(initialHypotheses(level, rules), rules)
}

/** Returns what both hypotheses know, with their report. */
export function estimatedBy(hypotheses: Hypotheses, rules: TrainingRules): Estimated {
  return { ability: reportHypotheses(hypotheses, rules), hypotheses }
}

/**
 * Returns the ability on a day, aged once from the day of its last observation: by the model of the
 * rules, whichever model observed it.
 */
export function abilityOn(known: KnownAbility | undefined, date: string, rules: TrainingRules): Ability {
  return rules.ability.model === 'one-gaussian'
    ? gaussianOn(known, date, rules)
    : reportHypotheses(hypothesesOn(known, date, rules), rules)
}

/**
 * Returns what the first model knows on a day. What the second one reported is taken with its whole
 * variance, which holds that of the library's calibration too: a little too uncertain is the safe
 * side.
 */
export function gaussianOn(known: KnownAbility | undefined, date: string, rules: TrainingRules): Ability {
  if (!known) return initialAbility(null, rules)
  if (known.observedOn === null) return known.ability
  return ageAbility(known.ability, daysSince(known.observedOn, date), rules)
}

/**
 * Returns what the second model knows on a day. From the first one it takes mean and variance, and
 * ages them itself.
 */
export function hypothesesOn(known: KnownAbility | undefined, date: string, rules: TrainingRules): Hypotheses {
  if (!known) return initialHypotheses(null, rules)
  const hypotheses = known.hypotheses ?? hypothesesFrom(known.ability, rules)
  if (known.observedOn === null) return hypotheses
  return ageHypotheses(hypotheses, daysSince(known.observedOn, date), rules)
}
