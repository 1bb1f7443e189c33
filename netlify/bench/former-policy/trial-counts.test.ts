import { expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { trialCounts } from './trial-counts.js'

const library = libraryWith(exercise('push-up'))

function countsOf(...works: Omit<Work, 'exercise'>[]) {
  const sessions = works.map((work, index) => sessionOn(`2026-11-1${index}`, { exercise: 'push-up', ...work }))
  const { decisions } = inOneGo(deriveTraining({ sessions, directives: [] }, library, ruleBook))
  return trialCounts(decisions, rulesInForce).get(idOf.exercise('push-up'))
}

it('trialCounts counts a session at RPE 6 to 9, or without a rating, as a success when it was finished without pain', () => {
  expect(countsOf({ actual: [5, 5, 5] }, { actual: [6, 6, 6], rpe: null })).toEqual({ successes: 2, failures: 0 })
})

it.each([
  ['too little work', { actual: [2, 1, 1] }],
  ['a session that was too easy', { actual: [5, 5, 5], rpe: 5.5 }],
  ['a session that was too hard', { actual: [5, 5, 5], rpe: 9.5 }],
  ['a session with pain', { actual: [5, 5, 5], pain: 4 }],
])('trialCounts counts %s as a failure', (_, work) => {
  expect(countsOf(work)).toEqual({ successes: 0, failures: 1 })
})
