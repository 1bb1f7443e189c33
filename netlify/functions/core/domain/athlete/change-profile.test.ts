import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { changeProfile } from './change-profile.js'
import { type Profile, ProfilePatch } from './profile.schema.js'

const ada: Profile = {
  id: idOf.athlete('0198c0de-7a11-7000-8000-000000000001'),
  email: 'ada@example.com',
  name: 'Ada',
  timeZone: 'Europe/Berlin',
  bodyMassKg: 62.5,
  equipment: ['rings'],
  units: 'metric',
  version: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
}
const now = new Date('2026-11-22T10:30:00.000Z')

describe('changeProfile', () => {
  test('changes the fields that the patch names, and keeps the rest', () => {
    const { profile, fields } = changeProfile(ada, { name: null, equipment: ['band', 'wall'] }, now)
    expect(fields).toEqual(['name', 'equipment'])
    expect(profile).toEqual({
      ...ada,
      name: null,
      equipment: ['band', 'wall'],
      version: 4,
      updatedAt: '2026-11-22T10:30:00.000Z',
    })
  })

  test('returns the same profile when the patch has the same values', () => {
    const { profile, fields } = changeProfile(ada, { bodyMassKg: 62.5, equipment: ['rings'] }, now)
    expect(profile).toBe(ada)
    expect(fields).toEqual([])
  })

  test('gives two changes within a millisecond different instants', () => {
    const first = changeProfile(ada, { units: 'imperial' }, now).profile
    const second = changeProfile(first, { units: 'metric' }, now).profile
    expect(second.updatedAt > first.updatedAt, `${first.updatedAt}, ${second.updatedAt}`).toBe(true)
  })
})

describe('ProfilePatch', () => {
  test.each([
    ['the email address', { email: 'eve@example.com' }],
    ['the id', { id: ada.id }],
    ['the version', { version: 1 }],
    ['unknown equipment', { equipment: ['trampoline'] }],
    ['equipment that is named twice', { equipment: ['band', 'band'] }],
    ['a body mass below 20 kg', { bodyMassKg: 19.99 }],
    ['a body mass with three decimals', { bodyMassKg: 62.501 }],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }],
    ['a time zone of null', { timeZone: null }],
    ['an empty name', { name: '' }],
    ['a name with NUL', { name: 'A\u0000da' }],
    ['unknown units', { units: 'stones' }],
  ])('refuses %s', (_, patch) => {
    expect(ProfilePatch.safeParse(patch).success).toBe(false)
  })

  test('accepts a body mass with two decimals, even where binary fractions are inexact', () => {
    for (const bodyMassKg of [20, 72.35, 81.07, 400]) expect(ProfilePatch.safeParse({ bodyMassKg }).success).toBe(true)
  })
})
