import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { readSet } from './reading.js'

it('takes a set at RPE 5 as measured, and an easier one as "at least"', () => {
  const set = { exercise: 'dip', actual: 8, metric: 'reps', difficulty: 3, defaultAmount: 10, planned: 10 } as const
  const isBound = (rpe: number) => readSet({ ...set, rpe, failed: false }, [3, 0, 0, 0], 0, rulesInForce).lowerBound
  expect([4.5, 5].map(isBound)).toEqual([true, false])
})
