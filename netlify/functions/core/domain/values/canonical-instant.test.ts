import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalInstant } from './canonical-instant.js'

const slow = (text: string) => new Date(text).toISOString()

test('canonicalInstant writes what a Date writes, with any digits of a second and any offset', () => {
  const instants = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  const fractions = fc.option(fc.stringMatching(/^\.\d{1,6}$/), { nil: '' })
  const offsets = fc.constantFrom('+00:00', 'Z', '+01:00', '-09:30', '-00:00')
  fc.assert(
    fc.property(instants, fractions, offsets, (instant, fraction, offset) => {
      const text = `${instant.toISOString().slice(0, 19)}${fraction}${offset}`
      expect(canonicalInstant(text)).toBe(slow(text))
    }),
    { numRuns: 1000 },
  )
})

test('canonicalInstant refuses what is no instant', () => {
  expect(() => canonicalInstant('tomorrow')).toThrow(RangeError)
  expect(() => canonicalInstant('')).toThrow(RangeError)
})
