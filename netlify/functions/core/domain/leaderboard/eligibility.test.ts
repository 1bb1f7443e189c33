import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { isBracketShown, isOnBoard, needsReview } from './eligibility.js'

describe('the leaderboard', () => {
  it('lists an athlete who has opted in and trained three sessions', () => {
    expect(isOnBoard({ optedIn: true, sessions: 3 }, rulesInForce)).toBe(true)
    expect(isOnBoard({ optedIn: true, sessions: 2 }, rulesInForce)).toBe(false)
    expect(isOnBoard({ optedIn: false, sessions: 30 }, rulesInForce)).toBe(false)
  })

  it('shows a bracket from five members on', () => {
    expect([4, 5].map((members) => isBracketShown(members, rulesInForce))).toEqual([false, true])
  })

  it("reviews a set above three times the athlete's maximum", () => {
    expect([30, 31].map((actual) => needsReview(actual, 10, rulesInForce))).toEqual([false, true])
  })
})
