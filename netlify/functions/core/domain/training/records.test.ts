import { describe, expect, it } from 'vitest'
import type { Metric } from '#domain/library/vocabulary.js'
import { sessionOn, type Work } from '#tests/support/training-logs.js'
import { recordsClaimed } from './records.js'

/** What a session of push-ups claims: the kind, the value and the place of its set, from 0. */
function claimed(work: Omit<Work, 'exercise'>, metric: Metric = 'reps') {
  const session = sessionOn('2026-11-05', { exercise: 'push-up', ...work })
  return session.exercises.flatMap((logged) =>
    recordsClaimed(session, logged, metric).map(
      ({ kind, value, setId }) => `${kind} ${value} of ${logged.sets.findIndex(({ id }) => id === setId)}`,
    ),
  )
}

describe('recordsClaimed', () => {
  it('claims the most reps of all sets', () => {
    expect(claimed({ actual: [6, 9, 7] })).toEqual(['reps 9 of 1'])
  })

  it('claims the longest hold when the exercise is held', () => {
    expect(claimed({ actual: [20, 30] }, 'duration')).toEqual(['hold 30 of 1'])
  })

  it('claims the first set when two are as good', () => {
    expect(claimed({ actual: [9, 9] })).toEqual(['reps 9 of 0'])
  })

  it('claims the added weight besides the reps', () => {
    expect(claimed({ actual: [5], weightKg: 2.5 })).toEqual(['reps 5 of 0', 'added-weight 2.5 of 0'])
  })

  it('claims a single rep with a single kilogram', () => {
    expect(claimed({ actual: [1], weightKg: 1 })).toEqual(['reps 1 of 0', 'added-weight 1 of 0'])
  })

  it('claims nothing when no rep was done', () => {
    expect(claimed({ actual: [0] })).toEqual([])
  })

  it('claims no weight for an attempt without a rep', () => {
    expect(claimed({ actual: [0], weightKg: 10 })).toEqual([])
  })

  it('claims nothing when every set was assisted, however little', () => {
    expect(claimed({ actual: [9], weightKg: -10 })).toEqual([])
    expect(claimed({ actual: [9], weightKg: -0.5 })).toEqual([])
  })
})
