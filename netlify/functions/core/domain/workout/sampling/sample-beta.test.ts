import { expect, it } from 'vitest'
import { betaStatistics, sampleBeta } from './sampling.js'
import { seededRandom } from './seeded-random.js'

it.each([
  [1, 1],
  [6, 3],
  [30, 2],
])('samples of Beta(%d, %d) have its mean and deviation', (alpha, beta) => {
  const random = seededRandom(`beta ${alpha} ${beta}`)
  const expected = betaStatistics({ successes: alpha - 1, failures: beta - 1 })
  const draws = Array.from({ length: 20_000 }, () => sampleBeta({ alpha, beta }, random))
  const mean = draws.reduce((total, draw) => total + draw, 0) / draws.length
  const deviation = Math.sqrt(draws.reduce((total, draw) => total + (draw - mean) ** 2, 0) / draws.length)
  expect(Math.abs(mean - expected.mean)).toBeLessThan(0.01)
  expect(Math.abs(deviation - expected.deviation)).toBeLessThan(0.01)
})
