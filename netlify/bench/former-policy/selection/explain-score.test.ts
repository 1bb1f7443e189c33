import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainScore, explainTerm, selectionReasons } from './explain-score.js'
import { scoreTerms } from './selection-score.js'

describe('selectionReasons', () => {
  it('gives the terms of the score, the weightiest first', () => {
    const facts = { pSuccess: 0.81, daysSince: 9, need: 0.5 }
    const reasons = selectionReasons(facts, scoreTerms({ ...facts, recentRegress: true }, rulesInForce))
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual([
      'MATCHES_LEVEL',
      'RECENT_REGRESS',
      'NOT_TRAINED_LATELY',
      'CATEGORY_BEHIND',
    ])
    expect(reasons[0]).toMatchObject({ pSuccess: 0.81, contribution: 0.81 / 0.85 })
  })

  it('leaves out terms that add nothing', () => {
    const facts = { pSuccess: 0.9, daysSince: 0, need: 0 }
    const reasons = selectionReasons(facts, scoreTerms({ ...facts, recentRegress: false }, rulesInForce))
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['MATCHES_LEVEL'])
  })
})

it.each([
  [
    { ruleId: 'MATCHES_LEVEL', pSuccess: 0.819, contribution: 0.96 },
    'fit',
    '81 % chance to do it with one in reserve.',
  ],
  [{ ruleId: 'NOT_TRAINED_LATELY', daysSince: 9, contribution: 0.2 }, 'recency', 'Not trained for 9 days.'],
  [{ ruleId: 'NOT_TRAINED_LATELY', daysSince: 1, contribution: 0.03 }, 'recency', 'Not trained for 1 day.'],
  [{ ruleId: 'NOT_TRAINED_LATELY', daysSince: null, contribution: 0.2 }, 'recency', 'Never trained yet.'],
  [
    { ruleId: 'CATEGORY_BEHIND', need: 0.7, contribution: 0.14 },
    'need',
    'Pull is behind its share of the last 14 days.',
  ],
  [{ ruleId: 'RECENT_REGRESS', contribution: -0.3 }, 'regress', 'Its target was taken back the last time.'],
] as const)('explainTerm explains %o', (reason, term, sentence) => {
  const explained = explainTerm(reason, 'Pull', rulesInForce)
  expect(explained).toMatchObject({
    term,
    ruleId: `selection.${reason.ruleId.toLowerCase()}`,
    contribution: reason.contribution,
  })
  expect(explained.explanation).toContain(sentence)
  expect(Object.values(explained.thresholds).length).toBeGreaterThan(0)
})

it('explainScore explains every term, in the order of the reasons', () => {
  const scored = { pSuccess: 0.81, daysSince: 9, need: 0.5 }
  const explained = explainScore(
    scored,
    scoreTerms({ ...scored, recentRegress: true }, rulesInForce),
    'Pull',
    rulesInForce,
  )
  expect(explained.map(({ term }) => term)).toEqual(['fit', 'regress', 'recency', 'need'])
})
