import { expect, test } from 'vitest'
import { expressionsIn } from './regular-expressions/expressions.js'
import { faultOfExpression } from './regular-expressions.js'

const text = `
const trimmed = text.replace(/\\s+$/gm, '') // not /this/
const word = new RegExp('^a+$', 'i')
const shorter = RegExp("b")
const composed = new RegExp(\`^(\${words})$\`)
const copied = new RegExp(/c/y)
`

test('expressionsIn finds literals and constructors with their places, and nothing else', () => {
  expect(expressionsIn('a.ts', text)).toEqual([
    { place: 'a.ts:2', source: '\\s+$', flags: 'gm' },
    { place: 'a.ts:3', source: '^a+$', flags: 'i' },
    { place: 'a.ts:4', source: 'b', flags: '' },
    { place: 'a.ts:5', source: null, flags: '' },
    { place: 'a.ts:6', source: 'c', flags: 'y' },
  ])
})

test.each([
  ['^(a+)+$', 'exponential'],
  ['\\s+$', 'polynomial'],
])('faultOfExpression names /%s/ as vulnerable: %s', { timeout: 30_000 }, async (source, how) => {
  expect(await faultOfExpression({ place: 'a.ts:1', source, flags: '' })).toMatch(`is vulnerable (${how}`)
})

test('faultOfExpression names an expression that is composed at run time', async () => {
  expect(await faultOfExpression({ place: 'a.ts:5', source: null, flags: '' })).toContain('nothing can be said')
})
