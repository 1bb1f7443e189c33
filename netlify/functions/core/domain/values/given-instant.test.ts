import { describe, expect, test } from 'vitest'
import { GivenInstant, QueryInstant } from './time.schema.js'

describe('an instant is read in every form of RFC 3339, and kept in UTC to the millisecond', () => {
  test.each([
    ['2026-11-22T17:30:00Z', '2026-11-22T17:30:00.000Z'],
    ['2026-11-22t17:30:00z', '2026-11-22T17:30:00.000Z'],
    ['2026-11-22T18:30:00+01:00', '2026-11-22T17:30:00.000Z'],
    ['2026-11-22T17:30:00+00:00', '2026-11-22T17:30:00.000Z'],
    ['2026-11-22T17:30:00-00:00', '2026-11-22T17:30:00.000Z'],
    ['2026-11-22T01:00:00+05:45', '2026-11-21T19:15:00.000Z'],
    ['2026-11-22T00:30:00.5-23:59', '2026-11-23T00:29:00.500Z'],
    ['2026-11-22T17:30:00.1Z', '2026-11-22T17:30:00.100Z'],
    ['2026-11-22T17:30:00.123456789Z', '2026-11-22T17:30:00.123Z'],
    ['2026-11-22T17:30:00.999999999+01:00', '2026-11-22T16:30:00.999Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['1999-12-31T23:30:00-01:00', '2000-01-01T00:30:00.000Z'],
    ['2101-01-01T00:30:00+01:00', '2100-12-31T23:30:00.000Z'],
  ])('%s', (text, instant) => expect(GivenInstant.parse(text)).toBe(instant))
})

describe('anything else is refused with what is wrong', () => {
  const rfc = 'must be an instant of RFC 3339 with seconds'
  test.each([
    ['2026-11-22T17:30Z', rfc],
    ['2026-11-22T17:30:00', rfc],
    ['2026-11-22', rfc],
    ['2026-11-22 17:30:00Z', rfc],
    ['2026-11-22T17:30:00 01:00', rfc],
    ['2026-11-22T17:30:00+1:00', rfc],
    ['2026-11-22T17:30:00+0100', rfc],
    ['2026-11-22T17:30:00.Z', rfc],
    ['2026-11-22T17:30:00.1234567890Z', rfc],
    ['20261122T173000Z', rfc],
    [' 2026-11-22T17:30:00Z', rfc],
    ['2026-11-22T17:30:00Z\n', rfc],
    ['1795368600', rfc],
    ['', rfc],
    ['2026-02-30T12:00:00Z', 'names a day that does not exist'],
    ['2025-02-29T12:00:00Z', 'names a day that does not exist'],
    ['2026-13-01T12:00:00Z', 'names a day that does not exist'],
    ['2026-00-00T12:00:00Z', 'names a day that does not exist'],
    ['2026-11-22T24:00:00Z', 'midnight is 00:00:00 of the next day'],
    ['2026-11-22T12:60:00Z', 'must have minutes from 00 to 59'],
    ['2026-12-31T23:59:60Z', 'a leap second is written as second 59'],
    ['2026-11-22T12:00:00+24:00', 'must have an offset from -23:59 to +23:59'],
    ['2026-11-22T12:00:00+01:60', 'must have an offset from -23:59 to +23:59'],
    ['2000-01-01T00:30:00+01:00', 'must lie between 2000 and 2100'],
    ['2100-12-31T23:30:00-01:00', 'must lie between 2000 and 2100'],
    ['0000-01-01T00:00:00Z', 'must lie between 2000 and 2100'],
    ['9999-12-31T23:59:59-23:59', 'must lie between 2000 and 2100'],
  ])('%j', (text, sentence) => {
    const { error } = GivenInstant.safeParse(text)
    expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)])
  })
})

test('a query may have a bare + in the offset, which arrives as a space', () => {
  expect(QueryInstant.parse('2026-11-22T18:30:00 01:00')).toBe('2026-11-22T17:30:00.000Z')
  expect(QueryInstant.safeParse('2026-11-22 17:30:00Z').success).toBe(false)
})
