import { describe, expect, it } from 'vitest'
import { coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import { isAlone } from './alone.js'

const pushUp = rung('push-up', 1)
const dip = rung('dip', 1, { slot: 'vpush', equipment: [['parallel-bars', 'rings']], tags: ['dip-chain'] })
const both = libraryOfRungs(pushUp, dip)

describe('isAlone', () => {
  it('is a slot whose sibling has nothing that can be done with the equipment', () => {
    expect(isAlone('hpush', coachView({}, both))).toBe(true)
    expect(isAlone('hpush', coachView({ equipment: ['rings'] }, both))).toBe(false)
    expect(isAlone('vpush', coachView({}, both))).toBe(false)
  })

  it('is a slot whose sibling is not open yet', () => {
    const hard = rung('one-arm-dip', 5)
    const closed = rung('ring-dip', 5.5, { slot: 'vpush', prerequisites: [[hard.id]] })
    expect(isAlone('hpush', coachView({}, libraryOfRungs(pushUp, hard, closed)))).toBe(true)
  })

  it('does no more because the sibling hurts', () => {
    const pain = [{ day: 100, site: 'shoulder' as const, pain: 8 }]
    expect(isAlone('hpush', coachView({ equipment: ['rings'], pain }, both))).toBe(false)
  })

  it('is never core', () => {
    expect(isAlone('core', coachView({}, both))).toBe(false)
  })
})
