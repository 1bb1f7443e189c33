import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ageHypotheses } from './age-hypotheses.js'
import { type Hypotheses, initialHypotheses, stateSize } from './hypotheses.js'
import type { SessionObservation } from './reading.js'
import { reportHypotheses } from './report-hypotheses.js'
import { updateHypotheses } from './update-hypotheses.js'

const set = (exercise: string, difficulty: number, actual: number, rpe: number | null): SessionObservation => ({
  exercise,
  metric: 'reps',
  difficulty,
  defaultAmount: 10,
  planned: 10,
  actual,
  rpe,
  failed: false,
})

/** Trains every second day, the same each time, and returns what is known then. */
function trained(from: Hypotheses, sessions: number, observations: readonly SessionObservation[]): Hypotheses {
  let known = from
  for (let session = 0; session < sessions; session += 1) {
    known = updateHypotheses(ageHypotheses(known, 2, rulesInForce), observations, rulesInForce).hypotheses
  }
  return known
}

const meanOf = (hypotheses: Hypotheses) => reportHypotheses(hypotheses, rulesInForce).mean

describe('a wrong start', () => {
  const incline = set('incline-push-up', 1.3, 8, 9.5)
  const pullUps = { ...set('pull-up', 3.15, 12, 9), defaultAmount: 6, planned: 6 }

  it('of 5 comes down to what the sessions say, 1.3, after two of them', () => {
    expect(meanOf(trained(initialHypotheses(5, rulesInForce), 2, [incline]))).toBeCloseTo(1.6, 0)
  })

  it('of 0 comes up to twelve pull-ups after two sessions', () => {
    expect(meanOf(trained(initialHypotheses(0, rulesInForce), 2, [pullUps]))).toBeGreaterThan(3)
  })

  it('that is a typing error is corrected by six honest sessions', () => {
    const typed = updateHypotheses(
      initialHypotheses(null, rulesInForce),
      [set('push-up', 2, 100, 8)],
      rulesInForce,
    ).hypotheses
    const after = meanOf(trained(typed, 6, [set('push-up', 2, 10, 8)]))
    expect(after).toBeGreaterThan(1.8)
    expect(after).toBeLessThan(2.6)
  })
})

describe('one observation far from what is known', () => {
  const known = trained(initialHypotheses(2, rulesInForce), 12, [set('push-up', 2, 10, 8)])
  const tenfold = updateHypotheses(ageHypotheses(known, 2, rulesInForce), [set('push-up', 2, 100, 8)], rulesInForce)

  it('is for the athlete to look at', () => expect([...tenfold.review]).toEqual(['push-up']))

  it('moves the ability by less than an eighth of a level', () => {
    expect(Math.abs(meanOf(tenfold.hypotheses) - meanOf(known))).toBeLessThan(0.125)
  })

  it('is nothing to look at when it says only "at least", below what is known', () => {
    expect(updateHypotheses(known, [set('push-up', 2, 1, null)], rulesInForce).review.size).toBe(0)
  })
})

describe('for any log', () => {
  const exercise = fc.constantFrom(
    { exercise: 'push-up', metric: 'reps' as const, difficulty: 2, defaultAmount: 10 },
    { exercise: 'wall-push-up', metric: 'reps' as const, difficulty: 0.4, defaultAmount: 15 },
    { exercise: 'one-arm-push-up', metric: 'reps' as const, difficulty: 5, defaultAmount: 1 },
    { exercise: 'planche-lean', metric: 'duration' as const, difficulty: 2.4, defaultAmount: 20 },
  )
  const performed = fc.record({
    actual: fc.oneof(fc.nat(30), fc.nat(100_000)),
    planned: fc.option(fc.integer({ min: 0, max: 1000 })),
    rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
    failed: fc.boolean(),
  })
  const observations = fc
    .uniqueArray(exercise, { maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen.map((facts) => performed.map((one) => ({ ...facts, ...one })))))
  const log = fc.array(fc.record({ gap: fc.oneof(fc.nat(4), fc.nat(4000)), observations }), { maxLength: 30 })
  const start = fc.option(fc.integer({ min: 0, max: 5 }))

  function follow(level: number | null, sessions: readonly { gap: number; observations: SessionObservation[] }[]) {
    return sessions.reduce(
      (known, { gap, observations }) =>
        updateHypotheses(ageHypotheses(known, gap, rulesInForce), observations, rulesInForce).hypotheses,
      initialHypotheses(level, rulesInForce),
    )
  }

  it('every number is finite, and every covariance symmetric and positive definite', () => {
    fc.assert(
      fc.property(start, log, (level, sessions) => {
        for (const { state, covariance, offsets, logWeight } of follow(level, sessions)) {
          expect([...state, logWeight, ...Object.values(offsets).flat()].every(Number.isFinite)).toBe(true)
          expect(Object.values(offsets).every(([, variance]) => variance > 0)).toBe(true)
          expect(isPositiveDefinite(covariance)).toBe(true)
        }
      }),
    )
  })

  it('the order of the observations of a session does not matter', () => {
    fc.assert(
      fc.property(start, log, observations, (level, sessions, last) => {
        const known = follow(level, sessions)
        const forth = updateHypotheses(known, last, rulesInForce)
        expect(updateHypotheses(known, last.toReversed(), rulesInForce)).toEqual(forth)
      }),
    )
  })

  it('a session without observations changes nothing but the side', () => {
    fc.assert(
      fc.property(start, log, (level, sessions) => {
        const known = follow(level, sessions)
        const { hypotheses } = updateHypotheses(known, [], rulesInForce)
        expect(hypotheses).toEqual(known.map((one) => ({ ...one, side: 0 })))
      }),
    )
  })
})

/** Tells whether a symmetric matrix, row by row, is positive definite: by Cholesky's factors. */
function isPositiveDefinite(matrix: readonly number[]): boolean {
  const factor: number[] = []
  const at = (row: number, column: number) => row * stateSize + column
  for (let row = 0; row < stateSize; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      if (matrix[at(row, column)] !== matrix[at(column, row)]) return false
      let rest = matrix[at(row, column)] ?? Number.NaN
      for (let k = 0; k < column; k += 1) rest -= (factor[at(row, k)] ?? 0) * (factor[at(column, k)] ?? 0)
      if (row === column && !(rest > 0)) return false
      factor[at(row, column)] = row === column ? Math.sqrt(rest) : rest / (factor[at(column, column)] ?? 1)
    }
  }
  return true
}

describe('a session that lies far off as a whole', () => {
  const sidesAfter = (level: number, observation: SessionObservation) =>
    [1, 2].map((sessions) => trained(initialHypotheses(level, rulesInForce), sessions, [observation])[0].side)

  it.each([
    ['above', 1, 0, { ...set('muscle-up', 4.5, 10, 9), defaultAmount: 3, planned: 3 }],
    ['below', -1, 5, set('incline-push-up', 1.3, 8, 9.5)],
  ] as const)('%s is noted at first, and opens the ability when the next one lies there too', (_, side, level, far) => {
    expect(sidesAfter(level, far)).toEqual([side, 0])
  })
})

describe('an unrated set beside one that lies far above', () => {
  const known = trained(initialHypotheses(2, rulesInForce), 12, [set('push-up', 2, 10, 8)])
  const far = { ...set('muscle-up', 4.5, 10, 9), defaultAmount: 3, planned: 3 }
  const sideWith = (atLeast: number) => {
    const sets = [far, set('incline', 1.3, atLeast, null)]
    return updateHypotheses(ageHypotheses(known, 2, rulesInForce), sets, rulesInForce).hypotheses[0].side
  }

  it('tells nothing when it is below what was expected, little or much', () => {
    expect([sideWith(5), sideWith(17)]).toEqual([1, 1])
  })

  it('speaks against it when it is a little above, and for it when it is far above', () => {
    expect([sideWith(30), sideWith(200)]).toEqual([0, 1])
  })
})
