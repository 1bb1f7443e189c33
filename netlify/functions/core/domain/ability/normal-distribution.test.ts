import { expect, it } from 'vitest'
import { normalCumulative, normalDensity, normalHazard } from './normal-distribution.js'

// Reference values: 0.5 * math.erfc(-z / sqrt(2)) in Python 3, which calls the C library.
it.each([
  [0, 0.5],
  [1.2, 0.8849303297782917],
  [-0.112, 0.4554117032857343],
  [1.6449, 0.9500047825316537],
  [-3.5355339, 0.00020347601329151715],
  [-5, 2.866515718791946e-7],
  [-8, 6.220960574271819e-16],
  [-20, 2.7536241186063314e-89],
])('normalCumulative(%d) is %d', (z, expected) => {
  expect(normalCumulative(z) / expected).toBeCloseTo(1, 11)
})

it('normalCumulative is symmetric and stays between 0 and 1', () => {
  for (let z = -40; z <= 40; z += 0.37) {
    expect(normalCumulative(z) + normalCumulative(-z)).toBeCloseTo(1, 12)
    expect(normalCumulative(z)).toBeGreaterThanOrEqual(0)
    expect(normalCumulative(z)).toBeLessThanOrEqual(1)
  }
})

it('normalCumulative joins its series and its continued fraction without a step', () => {
  const join = 2.5 * Math.SQRT2
  const slope = (normalCumulative(-join + 1e-6) - normalCumulative(-join - 1e-6)) / 2e-6
  expect(slope / normalDensity(join)).toBeCloseTo(1, 6)
})

it('normalHazard is 1.01645 at 0.32615', () => {
  expect(normalHazard(0.32615)).toBeCloseTo(1.01645, 4)
})

it('normalHazard has no gap at 8, where its formula changes', () => {
  expect(normalHazard(8) - normalHazard(7.999)).toBeLessThan(0.01)
})

it('normalHazard goes on growing at 100, where density and share below are too small to divide', () => {
  expect(normalHazard(100)).toBeCloseTo(100.01, 10)
})

it('the hazard is exact up to 8 deviations, and its asymptote from there', () => {
  const z = 7.5
  expect(normalHazard(z)).toBeCloseTo(z + 1 / z - 2 / z ** 3 + 10 / z ** 5, 3)
  expect(normalHazard(8.5)).toBe(8.5 + 1 / 8.5)
})
