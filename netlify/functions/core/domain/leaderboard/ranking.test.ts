import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ranking } from './ranking.js'

it('ranking gives equal scores the same rank, and skips the rank after them', () => {
  const entries = Object.entries({ fox: 7.5, elk: 9, owl: 7.5, ant: 3 }).map(([alias, score]) => ({ alias, score }))
  expect(ranking(entries, rulesInForce).map(({ rank, alias }) => `${rank} ${alias}`)).toEqual([
    '1 elk',
    '2 fox',
    '2 owl',
    '4 ant',
  ])
})

it('ranking compares hundredths, and orders equal scores by alias in code-point order', () => {
  const entries = [
    { alias: 'b', score: 3.004 },
    { alias: 'B', score: 2.999 },
    { alias: 'a', score: 2.994 },
  ]
  expect(ranking(entries, rulesInForce)).toEqual([
    { rank: 1, alias: 'B', score: 3 },
    { rank: 1, alias: 'b', score: 3 },
    { rank: 3, alias: 'a', score: 2.99 },
  ])
})
