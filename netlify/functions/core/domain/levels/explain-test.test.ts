import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainTest } from './explain-test.js'

describe('explainTest', () => {
  const test = { defaults: [6, 6, 6], actual: [6, 6, 5], rpeLast: 9.5, pain: 4 }
  const told = (...shortfalls: Parameters<typeof explainTest>[1]) =>
    explainTest(test, shortfalls, { name: 'Archer Push-up', level: 3 }, rulesInForce)

  it('names the standard and the new level when the test was passed', () => {
    expect(told()).toBe('You did the standard of Archer Push-up: you are at level 3 now.')
  })

  it('names the only shortfall', () => {
    expect(told('effort')).toBe('Not passed: the last set at RPE 9.5 was above 9.')
  })

  it('names every shortfall', () => {
    expect(told('amount', 'effort')).toBe(
      'Not passed: you did 6, 6, 5 of 6, 6, 6; the last set at RPE 9.5 was above 9.',
    )
  })
})
