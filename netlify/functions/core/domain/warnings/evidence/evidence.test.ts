import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ago, nobody, today, trained } from '#tests/support/situations.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { evidence, isCurrent, mostTelling, sessionsSoFar } from './evidence.js'

const weak = evidence({ performanceZ: [-1] }, ago(9))
const strong = evidence({ performanceZ: [-3] }, ago(5))
const lowest = evidence({ performanceZ: [-5] }, ago(1))
const ofStrong = mostTelling.bind(null, [weak, strong, lowest])

describe('mostTelling', () => {
  it('is the first that raises the warning', () => {
    const raising = ofStrong(
      ({ performanceZ }) =>
        performanceZ?.some((z) => z < -2) ? { code: 'PERFORMANCE_DROP', severity: 'amber' } : null,
      rulesInForce,
    )
    expect(raising).toBe(strong)
  })

  it('is the first of all when none raises it', () => {
    expect(ofStrong(() => null, rulesInForce)).toBe(weak)
  })

  it('is null when there is none', () => {
    expect(mostTelling([], () => null, rulesInForce)).toBeNull()
  })
})

describe('sessionsSoFar', () => {
  const daysOf = (...daysAgo: number[]) => {
    const sessions = daysAgo.map((days) => sessionOn(ago(days), { exercise: 'push-up', actual: [8] }))
    return sessionsSoFar(trained(...sessions)).map(({ date }) => date)
  }
  const everyOther = (count: number, first: number) => Array.from({ length: count }, (_, index) => first - 2 * index)

  it('are all of the last 42 days', () => {
    expect(daysOf(60, 43, ...everyOther(22, 42))).toEqual(everyOther(22, 42).map(ago))
  })

  it('are twelve of an athlete who trains rarely, whatever their age', () => {
    expect(daysOf(-1, 300, ...everyOther(12, 250))).toEqual(everyOther(12, 250).map(ago))
  })

  it('leads up to today, in the order in which they were performed', () => {
    const sessions = [ago(0), ago(-1), ago(3)].map((date) => sessionOn(date, { exercise: 'push-up', actual: [8] }))
    expect(sessionsSoFar(trained(...sessions)).map(({ date }) => date)).toEqual([ago(3), today])
  })
})

describe('isCurrent', () => {
  it('holds for 28 days, today included', () => {
    expect([0, 27, 28].map((days) => isCurrent(ago(days), nobody, rulesInForce))).toEqual([true, true, false])
  })
})
