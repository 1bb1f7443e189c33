import * as z from 'zod'
import type { Recommendation, RecommendedItem, WarmupStep } from '#domain/coach/recommendation.js'
import { dayAnswer } from '#domain/coach/session/day-answer.js'
import { recommendSession } from '#domain/coach/session/recommend-session.js'
import { isStrengthSlot } from '#domain/coach/slot-groups.js'
import { adapter, whole } from '../adapter.js'
import { vectorAthlete, viewOf } from '../coach-athlete.js'
import { eachItem, fields } from '../shape.js'

const days = z.array(whole)

const answer = adapter(
  z.object({ trained: days, planned: days, days: whole, day: whole }),
  fields({ kind: 'exact', rule: 'exact' }),
  ({ trained, planned, days: daysPerWeek, day }, rules) => {
    const { kind, rule } = dayAnswer({ trained, planned, daysPerWeek }, day, rules)
    return { kind, rule: rule.id }
  },
)

/** Reasons that the product gives beyond those of the vectors. */
const more = ['slot.recovering', 'slot.other_half', 'slot.no_time', 'ready.amber', 'week.return']

const workout = adapter(
  z.object({ athlete: vectorAthlete, day: whole, minutes: whole }),
  fields({
    kind: 'exact',
    rules: eachItem('exact'),
    items: eachItem('exact'),
    warmup: eachItem('exact'),
    seconds: 'exact',
  }),
  ({ athlete, day, minutes }, rules) => {
    const recommendation = recommendSession(viewOf(athlete, day, rules), { minutes, force: false })
    const { kind, items, warmup, seconds } = recommendation
    return { kind, rules: ruleIds(recommendation), items: items.map(item), warmup: warmup.map(step), seconds }
  },
)

/** Names the rules of the day, of what is left out and of the load, in the order of the vectors. */
function ruleIds({ rules, leftOut }: Recommendation): string[] {
  const ids = rules.map(({ id }) => id)
  const isLoad = (id: string) => id.startsWith('load.')
  const slots = leftOut.filter(({ key }) => isStrengthSlot(key)).map(({ rule }) => rule.id)
  const loads = [...new Set(ids.filter(isLoad))]
  return [...ids.filter((id) => !isLoad(id)), ...slots, ...loads].filter((id) => !more.includes(id))
}

function item({ key, exercise, sets, modifier, rpeCap, rules }: RecommendedItem) {
  return { slot: key, slug: exercise.slug, sets, modifier, rpe_cap: rpeCap, rules: rules.map(({ id }) => id) }
}

function step(warmup: WarmupStep) {
  switch (warmup.kind) {
    case 'general':
      return { kind: warmup.kind, seconds: warmup.seconds }
    case 'specific':
      return { kind: warmup.kind, slot: warmup.key, slug: warmup.exercise.slug, target: warmup.target }
    case 'mobility':
      return { kind: warmup.kind, slug: warmup.exercise.slug, target: warmup.target, sets: warmup.sets }
  }
}

export const coachSessionAdapters = { day_answer: answer, next_workout: workout }
