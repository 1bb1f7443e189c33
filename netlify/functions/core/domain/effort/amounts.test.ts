import { describe, expect, it } from 'vitest'
import { everySetReached } from './amounts.js'

describe('everySetReached', () => {
  it('is true when every set has exactly its target', () => {
    expect(everySetReached([5, 4], [5, 4])).toBe(true)
  })

  it('is false when one set is one below its target', () => {
    expect(everySetReached([5, 3], [5, 4])).toBe(false)
  })

  it('counts a missing set as 0, even when its target is 1', () => {
    expect(everySetReached([5], [5, 1])).toBe(false)
  })

  it('ignores sets beyond the targets', () => {
    expect(everySetReached([5, 0], [5])).toBe(true)
  })
})
