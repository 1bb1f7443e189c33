import { expect, test } from 'vitest'
import { compose } from './compose.js'
import { sql } from './statement.js'

test('pieces of SQL keep their values, and placeholders count on', () => {
  const many = sql`where a = any (array[${1}, ${2}, ${3}, ${4}, ${5}, ${6}, ${7}, ${8}, ${9}, ${10}])`
  const whole = compose(sql`select ${'x'}`, many, sql`limit ${99} offset ${0}`)
  expect(whole.text).toBe(
    'select $1\nwhere a = any (array[$2, $3, $4, $5, $6, $7, $8, $9, $10, $11])\nlimit $12 offset $13',
  )
  expect(whole.values).toEqual(['x', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99, 0])
})
