import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { exerciseByKey, exerciseIn, isUsable } from './library-facts.js'

const pushUp = exercise('push-up', { id: idOf.exercise('0198c0de-7a11-7000-8000-000000000001') })
const library = libraryWith(pushUp, exercise('dip'))

describe('exerciseByKey', () => {
  it('finds an exercise by its id', () => {
    expect(exerciseByKey(library, pushUp.id)).toBe(pushUp)
  })

  it('finds an exercise by its slug', () => {
    expect(exerciseByKey(library, 'push-up')).toBe(pushUp)
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
  it('is true when everything that the exercise needs is there', () => {
    expect(isUsable({ equipment: ['rings', 'band'] }, ['band', 'rings', 'wall'])).toBe(true)
  })

  it('is false when a part of what the exercise needs is missing', () => {
    expect(isUsable({ equipment: ['rings', 'band'] }, ['rings'])).toBe(false)
  })

  it('is true for an exercise that needs nothing', () => {
    expect(isUsable({ equipment: [] }, [])).toBe(true)
    expect(isUsable({ equipment: ['none'] }, [])).toBe(true)
  })
})
