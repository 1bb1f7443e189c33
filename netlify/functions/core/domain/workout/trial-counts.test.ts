import { expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { trialCounts } from './trial-counts.js'

const library = libraryWith(exercise('push-up'))

function countsOf(...works: Omit<Work, 'exercise'>[]) {
  const sessions = works.map((work, index) => sessionOn(`2026-11-1${index}`, { exercise: 'push-up', ...work }))
  const { decisions } = deriveTraining({ sessions, directives: [] }, library, ruleBook)
  return trialCounts(decisions, rulesInForce).get('push-up')
}

it('counts a session that was finished at RPE 6 to 9 without pain as a success', () => {
  expect(countsOf({ actual: [5, 5, 5] }, { actual: [6, 6, 6], rpe: null })).toEqual({ successes: 2, failures: 0 })
})

it.each([
  ['too little done', { actual: [2, 1, 1] }],
  ['too easy', { actual: [5, 5, 5], rpe: 5.5 }],
  ['too hard', { actual: [5, 5, 5], rpe: 9.5 }],
  ['pain', { actual: [5, 5, 5], pain: 4 }],
])('counts %s as a failure', (_, work) => {
  expect(countsOf(work)).toEqual({ successes: 0, failures: 1 })
})
