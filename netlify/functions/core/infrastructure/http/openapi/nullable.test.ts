import { expect, test } from 'vitest'
import { besideNull, takesNull, tidyNullable } from './nullable.js'

const count = { type: 'integer', description: 'How many', examples: [3] }
const nothing = { type: 'null' }

test('what is said of the value is said of the field', () => {
  expect(tidyNullable({ count: { anyOf: [count, nothing] } })).toEqual({
    count: { description: 'How many', examples: [3], anyOf: [{ type: 'integer' }, nothing] },
  })
})

test('what is said of the field already stays, and so does what is said of several shapes', () => {
  const field = { description: 'As planned', anyOf: [count, nothing] }
  const shapes = { anyOf: [count, { const: '' }, nothing] }
  expect(tidyNullable({ field, shapes, count })).toEqual({ field, shapes, count })
})

test('shapes of a shape are shapes of the field', () => {
  const text = { anyOf: [{ anyOf: [{ type: 'string' }, { const: '' }] }, nothing] }
  expect(tidyNullable(text)).toEqual({ anyOf: [{ type: 'string' }, { const: '' }, nothing] })
})

test('a value is told from null', () => {
  expect([takesNull({ anyOf: [count, nothing] }), takesNull(count)]).toEqual([true, false])
  expect([besideNull({ anyOf: [count, nothing] }), besideNull(count)]).toEqual([count, count])
})
