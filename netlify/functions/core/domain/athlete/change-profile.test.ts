import { describe, expect, test } from 'vitest'
import type { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { refusalOf } from '#tests/support/sessions.js'
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
  daysPerWeek: null,
  minutesPerSession: null,
  loadKg: null,
  skills: [],
  places: [],
  dislikes: [],
  version: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
}
const now = new Date('2026-11-22T10:30:00.000Z')
const dip: ExerciseRef = {
  id: idOf.exercise('dip-id'),
  slug: ExerciseSlug.parse('dip'),
  name: 'Dip',
  category: 'Push',
  level: 2,
  difficulty: 2.4,
}

const changed = (profile: Profile, patch: ProfilePatch) =>
  changeProfile(profile, patch, { now, newId: idsFrom(() => uuid(7)), exercises: [dip] })

describe('changeProfile', () => {
  test('changes the fields that the patch names, and keeps the rest', () => {
    const { profile, fields } = changed(ada, { name: null, equipment: ['band', 'wall'] })
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
    const { profile, fields } = changed(ada, { bodyMassKg: 62.5, equipment: ['rings'] })
    expect(profile).toBe(ada)
    expect(fields).toEqual([])
  })

  test('answers disliked exercises in the short form, and knows them again by id and slug', () => {
    const first = changed(ada, { dislikes: ['dip'] })
    expect([first.profile.dislikes, first.fields]).toEqual([[dip], ['dislikes']])
    expect(changed(first.profile, { dislikes: ['dip-id'] }).fields).toEqual([])
    expect(changed(first.profile, { dislikes: [] }).profile.dislikes).toEqual([])
  })

  test('names every disliked exercise that does not exist or stands twice', () => {
    expect(refusalOf(() => changed(ada, { dislikes: ['dip', 'moon-walk', 'dip-id'] }))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/dislikes/1 EXERCISE_NOT_FOUND', '/dislikes/2 NAMED_TWICE'],
    })
  })

  test('sees no change in the same places without their ids', () => {
    const places = [{ name: 'Park', equipment: ['low-bar' as const] }]
    const { profile } = changed(ada, { places })
    expect(profile.places).toEqual([{ id: uuid(7), ...places[0] }])
    expect(changed(profile, { places }).profile).toBe(profile)
  })

  test('gives two changes within a millisecond different instants', () => {
    const first = changed(ada, { units: 'imperial' }).profile
    const second = changed(first, { units: 'metric' }).profile
    expect(second.updatedAt > first.updatedAt, `${first.updatedAt}, ${second.updatedAt}`).toBe(true)
  })
})

const park = { name: 'Park', equipment: [] }

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
    ['a name with NUL', { name: 'A\u0000da' }],
    ['unknown units', { units: 'stones' }],
    ['no day of a week', { daysPerWeek: 0 }],
    ['eight days of a week', { daysPerWeek: 8 }],
    ['half a day', { daysPerWeek: 2.5 }],
    ['four minutes', { minutesPerSession: 4 }],
    ['181 minutes', { minutesPerSession: 181 }],
    ['a load below nothing', { loadKg: -0.5 }],
    ['a load of 200.01 kg', { loadKg: 200.01 }],
    ['skills of null', { skills: null }],
    ['a skill that is no ladder', { skills: ['iron-cross'] }],
    ['a skill named twice', { skills: ['planche', 'planche'] }],
    ['101 dislikes', { dislikes: Array.from({ length: 101 }, (_, index) => `exercise-${index}`) }],
    ['a dislike that is no key', { dislikes: ['Dip'] }],
    ['places of null', { places: null }],
    ['a place without equipment', { places: [{ name: 'Park' }] }],
    ['a place without a name', { places: [{ name: '', equipment: [] }] }],
    ['a place with unknown equipment', { places: [{ name: 'Park', equipment: ['slide'] }] }],
    ['two places of one name', { places: [park, { ...park, name: ' park ' }] }],
    ['two places of one id', { places: [park, { ...park, name: 'Gym' }].map((place) => ({ ...place, id: uuid(1) })) }],
    ['eleven places', { places: Array.from({ length: 11 }, (_, index) => ({ ...park, name: `${index}` })) }],
  ])('refuses %s', (_, patch) => {
    expect(ProfilePatch.safeParse(patch).success).toBe(false)
  })

  test('accepts null for what the coach can tell by itself', () => {
    const nothing = { daysPerWeek: null, minutesPerSession: null, loadKg: null, skills: [], places: [], dislikes: [] }
    expect(ProfilePatch.safeParse(nothing).success).toBe(true)
  })

  test('accepts a body mass with two decimals, even where binary fractions are inexact', () => {
    for (const bodyMassKg of [20, 72.35, 81.07, 400]) expect(ProfilePatch.safeParse({ bodyMassKg }).success).toBe(true)
  })
})
