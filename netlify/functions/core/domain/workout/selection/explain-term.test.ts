import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainTerm } from './explain-term.js'

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
] as const)('explains %o', (reason, term, sentence) => {
  const explained = explainTerm(reason, 'Pull', rulesInForce)
  expect(explained).toMatchObject({
    term,
    ruleId: `selection.${reason.ruleId.toLowerCase()}`,
    contribution: reason.contribution,
  })
  expect(explained.explanation).toContain(sentence)
  expect(Object.values(explained.thresholds).length).toBeGreaterThan(0)
})
