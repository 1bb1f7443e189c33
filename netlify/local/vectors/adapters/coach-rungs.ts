import * as z from 'zod'
import { beyondStandard } from '#domain/coach/beyond-standard.js'
import { chanceOf } from '#domain/coach/capacity.js'
import { chooseRung } from '#domain/coach/choose-rung.js'
import { isOpen } from '#domain/coach/counts-as-mastered.js'
import { updateOffset } from '#domain/coach/offset.js'
import { painEffect } from '#domain/coach/pain-effect.js'
import { reserveTargets } from '#domain/coach/reserve-targets.js'
import { targetsOf } from '#domain/coach/targets.js'
import { unlockWay } from '#domain/coach/unlock-way.js'
import { isUsable } from '#domain/library/library-facts.js'
import { PainSite } from '#domain/library/vocabulary.js'

import { adapter, metric, real, whole } from '../adapter.js'
import { toSlotKey, vectorAthlete, viewOf } from '../coach-athlete.js'
import { coachExercise } from '../coach-library.js'
import { eachItem, fields } from '../shape.js'
import { performedSet, toPerformedSet } from './effort.js'

const slug = z.string().transform(coachExercise)
const onDay = z.object({ athlete: vectorAthlete, day: whole })

const equipment = adapter(z.object({ slug, equipment: z.array(z.string()) }), 'exact', (input) =>
  isUsable(input.slug, input.equipment),
)

const open = adapter(onDay.extend({ slug }), 'exact', ({ slug: exercise, athlete, day }, rules) =>
  isOpen(exercise, viewOf(athlete, day, rules)),
)

const reserve = adapter(z.object({ max: real, metric, sets: whole }), eachItem('exact'), (input, rules) =>
  reserveTargets(input.max, input.metric, input.sets, rules),
)

const chance = adapter(
  z.object({ slug, m: real, P: real, target: whole, sets: whole, modifier: real }),
  'fine',
  ({ slug: exercise, m, P, target, sets, modifier }, rules) =>
    chanceOf(exercise, { mean: m, variance: P }, { target, sets, modifierLevels: modifier }, rules),
)

const offsetInput = z.object({
  b: real,
  Pb: real,
  m: real,
  P: real,
  observation: performedSet.extend({ difficulty: real, default: whole }),
})

const offset = adapter(offsetInput, fields({ b: 'fine', Pb: 'fine' }), ({ b, Pb, m, P, observation }, rules) => {
  const { difficulty, default: defaultAmount } = observation
  const seen = { ...toPerformedSet(observation, rules), difficulty, defaultAmount }
  const updated = updateOffset({ mean: b, variance: Pb }, { mean: m, variance: P }, seen, rules)
  return { b: updated.mean, Pb: updated.variance }
})

const pain = adapter(
  z.object({ slug, site: PainSite, pain: whole }),
  fields({ barred: 'exact', eased: 'exact' }),
  ({ slug: exercise, ...hurt }, rules) => painEffect(exercise, hurt, rules),
)

const rungOutput = fields({ slug: 'exact', rule: 'exact', targets: eachItem('exact'), target_rule: 'exact' })

const rung = adapter(
  onDay.extend({ slot: z.string(), sets: whole }),
  rungOutput,
  ({ athlete, day, slot, sets }, rules) => {
    const view = viewOf(athlete, day, rules)
    const chosen = chooseRung(toSlotKey(slot), view)
    if (!chosen) return null
    const plain = { sets, modifier: 'none', modifierLevels: 0, rpeCap: null } as const
    const { targets, rule } = targetsOf(chosen.exercise, plain, view)
    return { slug: chosen.exercise.slug, rule: chosen.rule.id, targets, target_rule: rule.id }
  },
)

const beyondInput = z.object({ slug, m: real, P: real, sets: whole, load_kg: real, body_mass: real })

const beyond = adapter(beyondInput, fields({ modifier: 'exact', levels: 'fine' }), (input, rules) => {
  const ability = { mean: input.m, variance: input.P }
  const masses = { bodyMassKg: input.body_mass, loadKg: input.load_kg }
  return beyondStandard(input.slug, ability, input.sets, masses, rules)
})

const way = adapter(onDay.extend({ goal: slug }), eachItem('exact'), ({ goal, athlete, day }, rules) =>
  unlockWay(goal, viewOf(athlete, day, rules)).map((step) => step.slug),
)

export const coachRungAdapters = {
  has_equipment: equipment,
  is_open: open,
  reserve_targets: reserve,
  p_do: chance,
  offset_update: offset,
  pain_effect: pain,
  choose_rung: rung,
  beyond,
  unlock_path_v2: way,
}
