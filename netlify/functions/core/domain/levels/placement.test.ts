import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { levelOfAnswer, placementQuestions, placementThresholds } from './placement.js'

const pushUp = exercise('push-up', { difficulty: 2, level: 2, defaults: [10, 10, 10], tags: ['benchmark'] })
const pullUp = exercise('pull-up', {
  category: 'Pull',
  difficulty: 3.15,
  level: 3,
  defaults: [6, 6, 6],
  tags: ['benchmark'],
})
const pistol = exercise('pistol-squat', {
  category: 'Squat',
  difficulty: 4.2,
  level: 4,
  defaults: [5],
  tags: ['benchmark'],
})
const dip = exercise('dip', { difficulty: 1.5, tags: ['benchmark'] })

const told = (facts: typeof pushUp) =>
  placementThresholds(facts, rulesInForce).map(({ level, atLeast }) => `${level}: ${atLeast}`)

describe('the self-assessment', () => {
  it('asks about the benchmark exercises by category, the easiest first', () => {
    const library = libraryWith(pistol, pullUp, exercise('plank'), pushUp, dip)
    expect(placementQuestions(library, rulesInForce).map(({ exercise: { slug } }) => slug)).toEqual([
      'dip',
      'push-up',
      'pull-up',
      'pistol-squat',
    ])
  })

  it("asks for the default amount at the exercise's own difficulty, and e times as much for each level above", () => {
    expect(told(pushUp)).toEqual(['1: 4', '2: 10', '3: 28'])
    expect(told(pullUp)).toEqual(['1: 1', '2: 2', '3: 6', '4: 15'])
    expect(told(pistol)).toEqual(['1: 1', '2: 1', '3: 2', '4: 5', '5: 12'])
  })

  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [9, 1],
    [10, 2],
    [28, 3],
    [1000, 3],
  ])('places %d push-ups in one set at level %d', (max, level) => {
    const [question] = placementQuestions(libraryWith(pushUp), rulesInForce)
    expect(question && levelOfAnswer(question, max)).toBe(level)
  })
})
