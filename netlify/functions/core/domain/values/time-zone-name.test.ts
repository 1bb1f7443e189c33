import { describe, expect, test } from 'vitest'
import { TimeZone } from './time.schema.js'
import { timeZoneLinks } from './time-zone-links.js'

const accepted = (name: string) => TimeZone.safeParse(name).data ?? null

test('every zone of this runtime and every link is taken, in any case, under its own name', () => {
  const names = [...Intl.supportedValuesOf('timeZone'), ...timeZoneLinks]
  expect(names.length).toBeGreaterThan(590)
  expect(names.filter((name) => accepted(name) !== name)).toEqual([])
  expect(names.filter((name) => accepted(name.toLowerCase()) !== name)).toEqual([])
  expect(names.filter((name) => accepted(name.toUpperCase()) !== name)).toEqual([])
})

describe('names of the IANA database', () => {
  test.each([
    ['GMT', 'GMT'],
    ['EST5EDT', 'EST5EDT'],
    ['CET', 'CET'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['US/Pacific', 'US/Pacific'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['etc/gmt+3', 'Etc/GMT+3'],
    ['europe/berlin', 'Europe/Berlin'],
    ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
    ['antarctica/dumontdurville', 'Antarctica/DumontDUrville'],
  ])('%s is kept as %s', (text, name) => expect(accepted(text)).toBe(name))
})

describe('other names are refused', () => {
  test.each([
    '',
    ' ',
    'IST',
    'CTT',
    'PST',
    'BST',
    'SystemV/PST8PDT',
    '+01:00',
    'Z',
    'Mars/Phobos',
    'Europe',
    'Factory',
  ])('"%s"', (text) => expect(accepted(text)).toBeNull())
})
