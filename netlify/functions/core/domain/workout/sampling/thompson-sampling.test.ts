import { describe, expect, it } from 'vitest'
import { chooseVariant, winProbabilities } from './sampling.js'
import { seededRandom } from './seeded-random.js'

describe('chooseVariant', () => {
  const variants = [
    { slug: 'liked', score: 1, successes: 18, failures: 2 },
    { slug: 'disliked', score: 1.04, successes: 2, failures: 18 },
    { slug: 'far', score: 0.9, successes: 99, failures: 0 },
  ]
  const choices = (count: number) => {
    const random = seededRandom('choices')
    return Array.from({ length: count }, () => chooseVariant(variants, random)?.slug)
  }

  it('prefers what worked, among those near the best score', () => {
    const chosen = choices(300)
    expect(chosen).not.toContain('far')
    expect(chosen.filter((slug) => slug === 'liked').length).toBeGreaterThan(290)
  })

  it('is the same for the same seed', () => {
    expect(choices(20)).toEqual(choices(20))
  })

  it('tells the probability with which it chose', () => {
    const fresh = ['a', 'b', 'c', 'd'].map((slug) => ({ slug, score: 1, successes: 0, failures: 0 }))
    expect(chooseVariant(fresh, seededRandom('fresh'))?.propensity).toBeCloseTo(0.25, 6)
  })

  it('chooses nothing from nothing', () => {
    expect(chooseVariant([], seededRandom('none'))).toBeNull()
  })
})

it('knows how often each belief wins: Beta(2, 1) beats Beta(1, 1) two times in three', () => {
  const [skilled, fresh] = winProbabilities([
    { alpha: 2, beta: 1 },
    { alpha: 1, beta: 1 },
  ])
  expect(skilled).toBeCloseTo(2 / 3, 5)
  expect(fresh).toBeCloseTo(1 / 3, 5)
})
