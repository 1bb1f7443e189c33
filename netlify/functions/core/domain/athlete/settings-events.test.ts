import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { noon } from '#tests/support/sessions.js'
import { ExerciseConfiguration, type PersonalPrescription } from './exercise-configuration.schema.js'
import { type ExerciseSettings, nothingPersonal, personalize } from './exercise-settings.js'
import { setsDirective, settingsEvents } from './settings-events.js'

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
  defaults: { sets: [{ reps: 6 }, { reps: 6 }], tempo: '2-0-1-1', restSeconds: 120, notes: null },
  personal: nothingPersonal,
  isMastered: false,
  masteredAt: null,
  version: 0,
}
const change = (personal: Partial<PersonalPrescription>, before = byTheBook) =>
  personalize(before, { ...nothingPersonal, ...personal })
const empty = { lastMoment: null }

describe('setsDirective', () => {
  const own = change({ sets: [{ reps: 4 }, { reps: 3 }] })

  it('sets working sets by hand', () => {
    expect(setsDirective(own, empty, noon)).toMatchObject({
      type: 'workingSets.setByHand',
      subject: exercise.id,
      occurredAt: noon.now,
      payload: { on: '2026-11-22', sets: [4, 3], rulesVersion: rulesInForce.version },
    })
  })

  it('gives working sets up when the sets are no longer personal', () => {
    expect(setsDirective(change({}, own.settings), empty, noon)?.payload).toMatchObject({ sets: null })
  })

  it('is dated on the day of the last session when that day is still to come', () => {
    const tomorrow = { lastMoment: { on: '2026-11-23', at: '2026-11-22T10:00:00.000Z' } }
    expect(setsDirective(change({ sets: [{ reps: 4 }] }), tomorrow, noon)?.payload).toMatchObject({
      on: '2026-11-23',
    })
  })

  it('is null when the sets stay the same', () => {
    expect(setsDirective(change({ notes: 'Elbows in' }), empty, noon)).toBeNull()
  })
})

describe('settingsEvents', () => {
  it('name the changed fields other than the sets', () => {
    const events = settingsEvents(change({ sets: [{ reps: 4 }], notes: 'Elbows in', restSeconds: 60 }), noon.now)
    expect(events).toMatchObject([{ type: 'exerciseConfig.changed', payload: { fields: ['restSeconds', 'notes'] } }])
  })

  it('are empty when only the sets changed', () => {
    expect(settingsEvents(change({ sets: [{ reps: 4 }] }), noon.now)).toEqual([])
  })
})
