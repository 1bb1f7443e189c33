import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { categoriesByNeed, categoryNeeds } from './needs.js'

it('categoryNeeds are 0, 0.1 and 0.7 for 18 push, 9 pull and 3 squat sets', () => {
  const needs = categoryNeeds({ push: 18, pull: 9, squat: 3 }, rulesInForce)
  expect(needs.push).toBe(0)
  expect(needs.pull).toBeCloseTo(0.1, 12)
  expect(needs.squat).toBeCloseTo(0.7, 12)
})

it('categoryNeeds are 1 when nothing was trained', () => {
  expect(categoryNeeds({ push: 0, pull: 0 }, rulesInForce)).toEqual({ push: 1, pull: 1 })
})

it('categoryNeeds follow the shares that the athlete set', () => {
  const needs = categoryNeeds({ push: 5, pull: 5 }, rulesInForce, { push: 0.2, pull: 0.8 })
  expect(needs.push).toBe(0)
  expect(needs.pull).toBeCloseTo(0.375, 12)
})

it('categoriesByNeed puts the most needed category first', () => {
  expect(categoriesByNeed({ push: 0.1, squat: 0.7, pull: 0.1 })).toEqual(['squat', 'pull', 'push'])
})
