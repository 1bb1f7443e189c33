import { describe, expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.js'
import { ExerciseConfiguration, type PersonalPrescription } from './exercise-configuration.schema.js'
import {
  configurationOf,
  type ExerciseSettings,
  isPersonal,
  nothingPersonal,
  personalize,
} from './exercise-settings.js'

const exercise = ExerciseConfiguration.shape.exercise.parse({
  id: '0198c0de-7a11-7000-8000-000000000001',
  slug: 'archer-pull-up',
  name: 'Archer Pull-up',
  category: 'Pull',
  level: 3,
  difficulty: 3.6,
})

const byTheBook: ExerciseSettings = {
  exercise,
  defaults: { sets: [{ reps: 6 }, { reps: 6 }], tempo: '2-0-1-1', restSeconds: 120, notes: 'Elbows in' },
  personal: nothingPersonal,
  isMastered: false,
  masteredAt: null,
  version: 0,
}
const own: PersonalPrescription = { sets: [{ reps: 4 }], tempo: null, restSeconds: 0, notes: null }

describe('personalize', () => {
  test('leaves the defaults in force when nothing is personal', () => {
    const configuration = configurationOf(byTheBook)
    expect(configuration).toMatchObject({ isPersonal: false, current: byTheBook.defaults, version: 0 })
    expect(ExerciseConfiguration.safeParse(configuration).success).toBe(true)
  })

  test('keeps the defaults of the fields that are not personal', () => {
    const { settings, fields } = personalize(byTheBook, own)
    expect(fields).toEqual(['sets', 'restSeconds'])
    expect(configurationOf(settings)).toMatchObject({
      isPersonal: true,
      current: { sets: [{ reps: 4 }], tempo: '2-0-1-1', restSeconds: 0, notes: 'Elbows in' },
      defaults: byTheBook.defaults,
      version: 1,
    })
  })

  test('changes nothing when the same values are set again', () => {
    const once = personalize(byTheBook, own).settings
    const again = personalize(once, { ...own })
    expect(again.settings).toBe(once)
    expect(again.fields).toEqual([])
  })

  test('counts the version up when everything personal is taken back', () => {
    const { settings } = personalize(personalize(byTheBook, own).settings, nothingPersonal)
    expect(isPersonal(settings)).toBe(false)
    expect(settings.version).toBe(2)
  })

  test('refuses a hold for an exercise that is counted in reps', () => {
    const hold = () => personalize(byTheBook, { ...own, sets: [{ duration: 30 }] })
    expect(hold).toThrow(Refusal)
    expect(hold).toThrow(expect.objectContaining({ code: 'METRIC_MISMATCH' }))
  })
})
