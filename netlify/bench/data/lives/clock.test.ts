import { describe, expect, it } from 'vitest'
import { instantInZone } from '#infrastructure/demo/instant-in-zone.js'
import { instantAt, timeOfDay } from './clock.js'

const zones = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Tokyo',
]
/** Days on which clocks change in some of the zones, and others. */
const dates = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-07-01', '2026-10-04', '2026-10-25', '2026-11-01']

describe('instantAt', () => {
  it.each(zones)('is when clocks in %s show that time, also on days on which they change', (zone) => {
    for (const date of dates)
      for (const minute of [5 * 60, 12 * 60 + 15, 22 * 60 + 40])
        expect(instantAt(zone, date, minute)).toEqual(instantInZone(zone, date, timeOfDay(minute)))
  })
})
