import { describe, expect, it } from 'vitest'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { exerciseByKey, exerciseIn, isUsable } from './library-facts.js'

const pushUp = exercise('push-up', { id: '0198c0de-7a11-7000-8000-000000000001' })
const library = libraryWith(pushUp, exercise('dip'))

describe('exerciseByKey', () => {
  it('finds an exercise by its id and by its slug', () => {
    expect(exerciseByKey(library, pushUp.id)).toBe(pushUp)
    expect(exerciseByKey(library, 'push-up')).toBe(pushUp)
  })

  it('finds nothing when no exercise is called so', () => {
    expect(exerciseByKey(library, 'planche')).toBeNull()
  })
})

describe('exerciseIn', () => {
  it('throws when a fact names an exercise that the library does not have', () => {
    expect(() => exerciseIn(library, 'planche')).toThrow('exercise planche is not in the library')
  })
})

describe('isUsable', () => {
  it('asks for everything that an exercise needs, and nothing is always there', () => {
    expect(isUsable({ equipment: ['rings', 'band'] }, ['band', 'rings', 'wall'])).toBe(true)
    expect(isUsable({ equipment: ['rings', 'band'] }, ['rings'])).toBe(false)
    expect(isUsable({ equipment: [] }, [])).toBe(true)
    expect(isUsable({ equipment: ['none'] }, [])).toBe(true)
  })
})
