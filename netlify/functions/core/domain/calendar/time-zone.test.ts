import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from './days-between.js'
import { dateIn, todayAnywhere } from './time-zone.js'

const zones = [
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
]
const instants = fc.date({ min: new Date('2000-01-01T12:00:00Z'), max: new Date('2099-12-31'), noInvalidDate: true })

describe('dateIn', () => {
  test.each([
    // half past eleven in the evening in Auckland (UTC+13 in their summer) is the morning of the
    // same day in UTC
    ['Pacific/Auckland', '2026-11-22T10:30:00Z', '2026-11-22'],
    ['Pacific/Auckland', '2026-11-22T11:00:00Z', '2026-11-23'],
    ['UTC', '2026-11-22T11:00:00Z', '2026-11-22'],
    ['America/Los_Angeles', '2026-11-22T07:59:59Z', '2026-11-21'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
  ])('in %s at %s is %s', (zone, instant, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date)
  })

  test.each([
    // Berlin puts its clocks back at 03:00 on 25 October 2026: midnight is 22:00 UTC before, 23:00
    // UTC after
    ['Europe/Berlin', '2026-10-24T21:59:59Z', '2026-10-24'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    // and forward at 02:00 on 29 March 2026
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ])('follows the change of clocks in %s: at %s it is %s', (zone, instant, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date)
  })

  test('tells two seconds of one minute apart where clocks differed from UTC by seconds', () => {
    const inMonrovia = (instant: string) => dateIn('Africa/Monrovia', new Date(instant))
    // midnight was at 00:44:30 UTC until 1972
    expect(inMonrovia('1971-03-01T00:44:10Z')).toBe('1971-02-28')
    expect(inMonrovia('1971-03-01T00:44:50Z')).toBe('1971-03-01')
  })

  test('is what a formatter of its own says, whichever of many zones is asked about, and in what order', () => {
    const slow = (timeZone: string, instant: Date) =>
      // Swedish writes dates as ISO 8601 does
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
    const zoneNames = Intl.supportedValuesOf('timeZone')
    expect(zoneNames.length).toBeGreaterThan(300)
    const now = new Date('2026-11-22T10:30:00Z')
    for (const zone of [...zoneNames, ...zoneNames.toReversed()]) expect(dateIn(zone, now), zone).toBe(slow(zone, now))
    fc.assert(
      fc.property(instants, fc.constantFrom(...zoneNames), (instant, zone) => {
        expect(dateIn(zone, instant)).toBe(slow(zone, instant))
      }),
    )
  })

  test('throws for a zone that does not exist, also when it was asked before', () => {
    for (const _ of [1, 2]) expect(() => dateIn('Mars/Olympus', new Date())).toThrow(RangeError)
  })

  test('writes years with four digits', () => {
    expect(dateIn('UTC', new Date('2000-01-01T00:00:00Z'))).toBe('2000-01-01')
  })
})

describe('todayAnywhere', () => {
  test('holds the date of every time zone within at most three days', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const { from, to } = todayAnywhere(instant)
        const today = dateIn(zone, instant)
        expect(from <= today && today <= to, `${today} in ${from}..${to}`).toBe(true)
        expect(daysBetween(from, to)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
