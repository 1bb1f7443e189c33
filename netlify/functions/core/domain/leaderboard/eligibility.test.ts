import { describe, expect, it } from 'vitest'
import { isBracketShown, isOnBoard, needsReview } from './eligibility.js'

describe('eligibility', () => {
  it('needs consent and three sessions', () => {
    expect(isOnBoard({ optedIn: true, sessions: 3 })).toBe(true)
    expect(isOnBoard({ optedIn: true, sessions: 2 })).toBe(false)
    expect(isOnBoard({ optedIn: false, sessions: 30 })).toBe(false)
  })

  it('shows a bracket from five members, and reviews a set above three times the own maximum', () => {
    expect([4, 5].map((members) => isBracketShown(members))).toEqual([false, true])
    expect([30, 31].map((actual) => needsReview(actual, 10))).toEqual([false, true])
  })
})
