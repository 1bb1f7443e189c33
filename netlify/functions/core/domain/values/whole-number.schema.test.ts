import { expect, test } from 'vitest'
import { wholeNumberText } from './whole-number.schema.js'

const upToTen = wholeNumberText({ min: -1, max: 10 })

test.each([
  ['0', 0],
  ['10', 10],
  ['-1', -1],
  ['007', 7],
])('wholeNumberText takes %s', (text, value) => expect(upToTen.parse(text)).toBe(value))

test.each(['', ' ', ' 5', '5 ', '+5', '1e1', '0x5', '5.0', '11', '-2', 'five', '99999999999999999999'])(
  'wholeNumberText refuses "%s"',
  (text) => expect(upToTen.safeParse(text).success).toBe(false),
)
