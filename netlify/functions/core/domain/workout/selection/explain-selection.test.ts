import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainSelection } from './explain-selection.js'
import { scoreTerms } from './selection-score.js'

describe('explanations', () => {
  it('are the terms of the score, the weightiest first', () => {
    const facts = { pSuccess: 0.81, daysSince: 9, need: 0.5 }
    const reasons = explainSelection(facts, scoreTerms({ ...facts, recentRegress: true }, rulesInForce))
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual([
      'MATCHES_LEVEL',
      'RECENT_REGRESS',
      'NOT_TRAINED_LATELY',
      'CATEGORY_BEHIND',
    ])
    expect(reasons[0]).toMatchObject({ pSuccess: 0.81, contribution: 0.81 / 0.85 })
  })

  it('leave out what adds nothing', () => {
    const facts = { pSuccess: 0.9, daysSince: 0, need: 0 }
    const reasons = explainSelection(facts, scoreTerms({ ...facts, recentRegress: false }, rulesInForce))
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['MATCHES_LEVEL'])
  })
})
