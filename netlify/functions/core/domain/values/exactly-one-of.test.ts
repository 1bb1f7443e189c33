import { expect, test } from 'vitest'
import * as z from 'zod'
import { exactlyOneOf } from './exactly-one-of.js'

const fields = { a: z.string().optional(), b: z.string().optional(), c: z.string().optional(), name: z.string() }
const Choice = exactlyOneOf(z.strictObject(fields), ['a', 'b', 'c'], { path: 'a', code: 'EXACTLY_ONE' })

test.each([
  ['takes one', { a: 'x' }, true],
  ['takes the last one', { c: 'x' }, true],
  ['refuses none', {}, false],
  ['refuses two', { a: 'x', c: 'x' }, false],
  ['takes one beside what is undefined', { a: undefined, b: 'x' }, true],
])('exactlyOneOf %s', (_, given, taken) => {
  expect(Choice.safeParse({ name: 'n', ...given }).success).toBe(taken)
})

test('exactlyOneOf says which fields, where and as which code', () => {
  expect(Choice.safeParse({ name: 'n' }).error?.issues).toMatchObject([
    { message: 'give exactly one of a, b and c', path: ['a'], params: { code: 'EXACTLY_ONE' } },
  ])
})
