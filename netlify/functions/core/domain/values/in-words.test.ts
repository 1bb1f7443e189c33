import { expect, test } from 'vitest'
import { counted, oneDecimal, percent } from './in-words.js'

test('percent rounds down to whole percent', () => {
  expect([percent(0.5), percent(0.799), percent(1)]).toEqual(['50 %', '79 %', '100 %'])
})

test('counted uses the singular only for one', () => {
  expect([counted(0, 'day'), counted(1, 'day'), counted(2, 'day')]).toEqual(['0 days', '1 day', '2 days'])
})

test('oneDecimal rounds to one decimal, and writes null as unknown', () => {
  expect([oneDecimal(8.25), oneDecimal(9), oneDecimal(null)]).toEqual(['8.3', '9', 'unknown'])
})
