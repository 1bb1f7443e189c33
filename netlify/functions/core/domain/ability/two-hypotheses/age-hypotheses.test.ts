import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ageHypotheses } from './age-hypotheses.js'
import { initialHypotheses } from './hypotheses.js'
import { reportHypotheses } from './report-hypotheses.js'

const start = initialHypotheses(3, rulesInForce)
const aged = (days: number) => reportHypotheses(ageHypotheses(start, days, rulesInForce), rulesInForce)

describe('ageHypotheses', () => {
  it('grows by the usual 0.03 levels in a week, and no further', () => {
    expect(aged(7).mean).toBeCloseTo(3.53, 12)
    expect(aged(14).mean).toBeCloseTo(3.53, 12)
  })

  it('loses 0.096 when 30 days pass at once, and nothing when they pass day by day', () => {
    expect(aged(30).mean).toBeCloseTo(3.53 - 0.096, 12)
    const stepped = Array.from({ length: 30 }).reduce<typeof start>(
      (known) => ageHypotheses(known, 1, rulesInForce),
      start,
    )
    expect(reportHypotheses(stepped, rulesInForce).mean).toBeGreaterThan(3.5)
  })

  it('never loses more than half a level', () => expect(aged(10_000).mean).toBeCloseTo(3.03, 12))

  it('becomes less certain each day', () => {
    expect(aged(30).variance).toBeGreaterThan(aged(29).variance)
  })

  it('changes nothing when no day has passed', () => expect(ageHypotheses(start, 0, rulesInForce)).toEqual(start))
})
