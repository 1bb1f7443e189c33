import { describe, expect, it } from 'vitest'
import { athleteOfCrowd, athletesFor, athletesIn, athleteWithHistory, historyLengths } from './athletes.js'

describe('the athletes of the bench', () => {
  it('are others, each by an id and an address that never change', () => {
    const all = [
      ...historyLengths.map(athleteWithHistory),
      ...Array.from({ length: 2_000 }, (_, at) => athleteOfCrowd(at + 1)),
    ]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ email }) => email)).size).toBe(all.length)
    expect(athleteWithHistory(52)).toEqual({
      id: '6e11a7b0-bf96-46e1-880b-a9d4733715c9',
      email: 'history-52@bench.example.com',
    })
  })

  it('have the histories that fit into a database', () => {
    expect(athletesIn({ sessions: 1_000_000, athletes: athletesFor(1_000_000) })).toEqual({
      histories: [52, 260, 1_000, 5_000, 20_000],
      crowd: 1_995,
    })
    expect(athletesIn({ sessions: 10_000, athletes: athletesFor(10_000) })).toEqual({
      histories: [52, 260, 1_000, 5_000],
      crowd: 16,
    })
    expect(athletesIn({ sessions: 300, athletes: 12 })).toEqual({ histories: [52], crowd: 11 })
    expect(athletesIn({ sessions: 5, athletes: 5 })).toEqual({ histories: [], crowd: 5 })
    expect(() => athletesIn({ sessions: 4, athletes: 5 })).toThrow(RangeError)
  })
})
