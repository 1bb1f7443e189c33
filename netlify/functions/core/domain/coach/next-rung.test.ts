import { describe, expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung } from '#tests/support/coach.js'
import type { CoachExercise } from './coach-exercise.js'
import { nextRung } from './next-rung.js'

const full = rung('full', 2)
const near = rung('near', 3)
const step = rung('step', 3.2)
const far = rung('far', 3.21)
const other = rung('other', 3.1, { ladder: 'one-arm-push-up' })
const farther = rung('farther', 3.6)
const view = coachView({ slots: new Map([['hpush', known(4)]] as const) }, libraryOfRungs())
const next = (...fit: readonly CoachExercise[]) => nextRung(full, 'hpush', fit, view)?.slug

describe('nextRung', () => {
  it('is the hardest of the ladder within 1.2 levels', () => {
    expect(next(near, step, far, other, full)).toBe('step')
  })

  it('is the hardest of all within 1.2 levels when its ladder has none', () => {
    expect(next(far, other, rung('another', 2.9, { ladder: 'one-arm-push-up' }))).toBe('other')
  })

  it('is the first above when there is nothing within 1.2 levels', () => {
    expect(next(farther, far)).toBe('far')
  })

  it('is nothing when nothing is harder', () => {
    expect(next(full, rung('as-hard', 2), rung('easier', 1))).toBeUndefined()
  })
})
