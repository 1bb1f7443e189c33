import { expect, it } from 'vitest'
import { wayBack } from '#domain/progression/layoff.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { CategoryBreak } from './breaks.js'
import { explainBreak } from './explain-return.js'

const gapOf = (gapDays: number, way = wayBack(gapDays, rulesInForce)): CategoryBreak => {
  return { category: 'Push', lastSessionOn: '2026-01-01', gapDays, monthly: false, ...way }
}

it.each([
  [1, 'You last trained Push 1 day ago: go on where you were.'],
  [13, 'You last trained Push 13 days ago: go on where you were.'],
  [
    14,
    'You last trained Push 14 days ago: come back with 70 %, 90 % of the sets, week by week. Targets start at 90 % of what they were.',
  ],
  [
    83,
    'You last trained Push 83 days ago: come back with 50 %, 70 %, 80 %, 90 % of the sets, week by week. Targets start at 60 % of what they were.',
  ],
  [
    84,
    'You last trained Push 84 days ago: come back with 50 %, 70 %, 80 %, 90 % of the sets, week by week. Targets start at 50 % of what they were. Test your level anew.',
  ],
])('explainBreak tells the way back after %i days', (gapDays, sentence) => {
  expect(explainBreak(gapOf(gapDays))).toBe(sentence)
})

it('explainBreak says nothing about targets when they stay as they were', () => {
  const gap = gapOf(14, { factor: 1, weeklySetMultipliers: [0.8], retest: false })
  expect(explainBreak(gap)).toBe('You last trained Push 14 days ago: come back with 80 % of the sets, week by week.')
})
