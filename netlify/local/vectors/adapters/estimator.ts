import * as z from 'zod'
import { ageHypotheses } from '#domain/ability/two-hypotheses/age-hypotheses.js'
import { initialHypotheses } from '#domain/ability/two-hypotheses/hypotheses.js'
import {
  reportHypotheses,
  successUnderHypotheses,
  weightsOf,
} from '#domain/ability/two-hypotheses/report-hypotheses.js'
import { updateHypotheses } from '#domain/ability/two-hypotheses/update-hypotheses.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
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

const estimate2 = adapter(input, output, ({ level, sessions, success }) => {
  let hypotheses = initialHypotheses(level, rulesInForce)
  const review = sessions.map(({ gap, observations }) => {
    const aged = ageHypotheses(hypotheses, gap, rulesInForce)
    const update = updateHypotheses(aged, observations.map(toObservation), rulesInForce)
    hypotheses = update.hypotheses
    return [...update.review].sort()
  })
  return {
    ...reportHypotheses(hypotheses, rulesInForce),
    weights: weightsOf(hypotheses),
    x: hypotheses.map(({ state }) => state),
    offsets: hypotheses.map(({ offsets }) => offsets),
    review,
    p_success: successUnderHypotheses({ ...success, defaultAmount: success.default }, hypotheses, rulesInForce),
  }
})

function toObservation(set: z.output<typeof observation>) {
  const { exercise, difficulty, planned } = set
  return { ...toPerformedSet(set), exercise, difficulty, planned, defaultAmount: set.default }
}

export const estimatorAdapters = { estimate2 }
