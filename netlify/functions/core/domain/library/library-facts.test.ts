import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { exerciseByKey, exerciseIn, isUsable } from './library-facts.js'

const pushUp = exercise('push-up', { id: idOf.exercise('0198c0de-7a11-7000-8000-000000000001') })
const renamed = exercise('passive-hang', { formerSlugs: ['dead-hang'] })
const library = libraryWith(pushUp, exercise('dip'), renamed)

describe('exerciseByKey', () => {
  it('finds an exercise by its id', () => {
    expect(exerciseByKey(library, pushUp.id)).toBe(pushUp)
  })

  it('finds an exercise by its slug', () => {
    expect(exerciseByKey(library, 'push-up')).toBe(pushUp)
  })

  it('finds an exercise by a slug that it had before', () => {
    expect(exerciseByKey(library, 'dead-hang')).toBe(renamed)
  })

  it('is null when no exercise has the key', () => {
    expect(exerciseByKey(library, 'planche')).toBeNull()
  })
})

describe('exerciseIn', () => {
  it('throws when the library does not have the exercise of a fact', () => {
    expect(() => exerciseIn(library, idOf.exercise('planche'))).toThrow('exercise planche is not in the library')
  })
})

describe('isUsable', () => {
  const barAndStep = {
    equipment: [
      ['pull-up-bar', 'rings'],
      ['box', 'chair'],
    ],
  }

  it('is true when of every group something is there', () => {
    expect(isUsable(barAndStep, ['chair', 'rings', 'wall'])).toBe(true)
  })

  it('is false when of one group nothing is there', () => {
    expect(isUsable(barAndStep, ['rings', 'pull-up-bar'])).toBe(false)
  })

  it('is true for an exercise that needs nothing', () => {
    expect(isUsable({ equipment: [] }, [])).toBe(true)
    expect(isUsable({ equipment: [['none', 'rings']] }, [])).toBe(true)
  })
})
