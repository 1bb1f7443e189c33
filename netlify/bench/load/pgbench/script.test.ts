import { expect, test } from 'vitest'
import { scriptOf } from './script.js'

test('every placeholder becomes its value: text is quoted, and a number that is longer than one digit is one', () => {
  const text = 'select $1::text,\n  $10::integer, $2::integer'
  const values = ["it's", 2, 0, 0, 0, 0, 0, 0, 0, 10]
  expect(scriptOf({ name: 'any', text }, values)).toBe("select 'it''s'::text, 10::integer, 2::integer;\n")
})

test('a placeholder without a value is refused', () => {
  expect(() => scriptOf({ name: 'any', text: 'select $2' }, ['one'])).toThrow('no value')
})
