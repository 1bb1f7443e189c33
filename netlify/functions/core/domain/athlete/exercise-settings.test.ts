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

describe('doing an exercise in one’s own way', () => {
  test('given the defaults, when nothing is one’s own, then the defaults hold', () => {
    const configuration = configurationOf(byTheBook)
    expect(configuration).toMatchObject({ isPersonal: false, current: byTheBook.defaults, version: 0 })
    expect(ExerciseConfiguration.safeParse(configuration).success).toBe(true)
  })

  test('given the defaults, when some fields are one’s own, then the others stay with the defaults', () => {
    const { settings, fields } = personalize(byTheBook, own)
    expect(fields).toEqual(['sets', 'restSeconds'])
    expect(configurationOf(settings)).toMatchObject({
      isPersonal: true,
      current: { sets: [{ reps: 4 }], tempo: '2-0-1-1', restSeconds: 0, notes: 'Elbows in' },
      defaults: byTheBook.defaults,
      version: 1,
    })
  })

  test('given one’s own way, when it is said again, then nothing changes', () => {
    const once = personalize(byTheBook, own).settings
    const again = personalize(once, { ...own })
    expect(again.settings).toBe(once)
    expect(again.fields).toEqual([])
  })

  test('given one’s own way, when all is taken back, then nothing is personal, and the version goes on', () => {
    const { settings } = personalize(personalize(byTheBook, own).settings, nothingPersonal)
    expect(isPersonal(settings)).toBe(false)
    expect(settings.version).toBe(2)
  })

  test('given an exercise of repetitions, when it is to be held, then METRIC_MISMATCH', () => {
    const hold = () => personalize(byTheBook, { ...own, sets: [{ duration: 30 }] })
    expect(hold).toThrow(Refusal)
    expect(hold).toThrow(expect.objectContaining({ code: 'METRIC_MISMATCH' }))
  })
})
