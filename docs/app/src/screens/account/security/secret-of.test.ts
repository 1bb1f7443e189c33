import { expect, test } from 'vitest'
import { secretOf } from './secret-of.js'

test('a secret is shown in groups of four', () => {
  expect(secretOf('otpauth://totp/CalisthenIQ:ada?secret=ABCDEFGH23&issuer=CalisthenIQ')).toBe('ABCD EFGH 23')
})
