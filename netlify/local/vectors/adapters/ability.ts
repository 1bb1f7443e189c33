import * as z from 'zod'
import { abilityInterval90, levelFromAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import { updateAbility } from '#domain/ability/update-ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { adapter, optional, real, whole } from '../adapter.js'
import { eachItem, fields } from '../shape.js'
import { performedSet, toPerformedSet } from './effort.js'

const input = z.object({
  m: real,
  P: real,
  gap_days: optional(whole),
  observations: z.array(performedSet.extend({ difficulty: real, default: whole })),
})

const output = fields({ m: 'fine', P: 'fine', interval90: eachItem('fine'), held: eachItem('exact') })

const abilityUpdate = adapter(input, output, ({ m, P, gap_days, observations }, given) => {
  const rules = firstModelOf(given)
  const stored = { mean: m, variance: P }
  const before = gap_days === null ? stored : ageAbility(stored, gap_days, rules)
  const { ability, held } = updateAbility(
    before,
    observations.map((observation) => ({
      ...toPerformedSet(observation, rules),
      difficulty: observation.difficulty,
      defaultAmount: observation.default,
    })),
    rules,
  )
  const { mean, variance } = ability
  return {
    m: mean,
    P: variance,
    interval90: abilityInterval90(ability, rules),
    level: levelFromAbility(ability, rules),
    held,
  }
})

/** The function is the first model's, whichever model the rules ask. */
function firstModelOf(rules: TrainingRules): TrainingRules {
  return { ...rules, ability: { ...rules.ability, model: 'one-gaussian' } }
}

export const abilityAdapters = { ability_update: abilityUpdate }
