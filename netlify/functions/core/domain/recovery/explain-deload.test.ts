import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { DeloadFacts } from './deload.js'
import { explainTrigger } from './explain-deload.js'

describe('explainTrigger', () => {
  const facts: DeloadFacts = {
    regressions7Days: 2,
    weeklyRpe: [7, 9, 9.25],
    readiness: [90, 49, 48, 47],
    weeksSinceDeload: 6,
    sets: [],
  }

  it.each([
    ['regressions', { regressions7Days: 2 }, 'Working sets went back 2 times in 7 days.'],
    [
      'high_rpe',
      { weekBeforeRpe: 9, lastWeekRpe: 9.25 },
      'Your sets were at RPE 9 and 9.3 on average in the last two weeks.',
    ],
    ['low_readiness', { first: 49, second: 48, third: 47 }, 'Your last check-ins came to 49, 48 and 47, all below 50.'],
    ['scheduled', { weeksSinceDeload: 6 }, 'You have trained for 6 weeks without an easier one.'],
  ] as const)(
    'gives the last numbers that %s looked at, and says them in a sentence',
    (trigger, inputs, explanation) => {
      expect(explainTrigger(trigger, facts, rulesInForce)).toMatchObject({ inputs, explanation })
    },
  )
})
