import * as z from 'zod'
import { ageHypotheses } from '#domain/ability/two-hypotheses/age-hypotheses.js'
import { initialHypotheses } from '#domain/ability/two-hypotheses/hypotheses.js'
import {
  reportHypotheses,
  successUnderHypotheses,
  weightsOf,
} from '#domain/ability/two-hypotheses/report-hypotheses.js'
import { updateHypotheses } from '#domain/ability/two-hypotheses/update-hypotheses.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { adapter, metric, optional, real, whole } from '../adapter.js'
import { eachField, eachItem, fields } from '../shape.js'
import { performedSet, toPerformedSet } from './effort.js'

const observation = performedSet.extend({ exercise: z.string(), difficulty: real, default: whole })

const input = z.object({
  level: optional(whole),
  sessions: z.array(z.object({ gap: whole, observations: z.array(observation) })),
  success: z.object({ exercise: z.string(), difficulty: real, default: whole, metric, target: whole }),
})

const output = fields({
  mean: 'fine',
  variance: 'fine',
  weights: eachItem('fine'),
  x: eachItem(eachItem('fine')),
  offsets: eachItem(eachField(eachItem('fine'))),
  review: eachItem(eachItem('exact')),
  p_success: 'fine',
})

const estimate2 = adapter(input, output, ({ level, sessions, success }, rules) => {
  let hypotheses = initialHypotheses(level, rules)
  const review = sessions.map(({ gap, observations }) => {
    const aged = ageHypotheses(hypotheses, gap, rules)
    const update = updateHypotheses(
      aged,
      observations.map((set) => toObservation(set, rules)),
      rules,
    )
    hypotheses = update.hypotheses
    return [...update.review].sort()
  })
  return {
    ...reportHypotheses(hypotheses, rules),
    weights: weightsOf(hypotheses),
    x: hypotheses.map(({ state }) => state),
    offsets: hypotheses.map(({ offsets }) => offsets),
    review,
    p_success: successUnderHypotheses({ ...success, defaultAmount: success.default }, hypotheses, rules),
  }
})

function toObservation(set: z.output<typeof observation>, rules: TrainingRules) {
  const { exercise, difficulty, planned } = set
  return { ...toPerformedSet(set, rules), exercise, difficulty, planned, defaultAmount: set.default }
}

export const estimatorAdapters = { estimate2 }
