import { expect, test } from 'vitest'
import { totpStep } from './totp-step.js'

/** The secret of the examples of RFC 6238, appendix B, whose codes have eight digits; ours are the last six. */
const secret = '12345678901234567890'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the step of second %d is found by the code of RFC 6238', (second, code) => {
  const step = Math.floor(second / 30)
  expect(totpStep(secret, code, second * 1000)).toBe(step)
  expect(totpStep(secret, code, (second + 30) * 1000)).toBe(step)
  expect(totpStep(secret, code, (second + 60) * 1000)).toBeNull()
})

test.each(['', '28708', '2870820', '２８７０８２'])('%j is the code of no step', (code) => {
  expect(totpStep(secret, code, 59_000)).toBeNull()
})
