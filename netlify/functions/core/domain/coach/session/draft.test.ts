import { describe, expect, it } from 'vitest'
import { part, setsOf } from '#tests/support/coach-drafts.js'
import { setsIn, targetsIn, withOneSetLess, withSets } from './draft.js'

const push = part('hpush', 3)
const pull = part('hpull', 2)
const draft = [push, pull]

describe('a draft', () => {
  it('gets a new choice at its end, and changes one where it stands', () => {
    expect(setsOf(withSets(draft, part('squat', 0).choice, 1))).toEqual([
      ['hpush', 3],
      ['hpull', 2],
      ['squat', 1],
    ])
    expect(setsOf(withSets(draft, push.choice, 4))).toEqual([
      ['hpush', 4],
      ['hpull', 2],
    ])
  })

  it('loses a set of one choice', () => {
    expect(setsOf(withOneSetLess(draft, 'hpull'))).toEqual([
      ['hpush', 3],
      ['hpull', 1],
    ])
  })

  it('tells the sets of a slot, none of a slot that it has not', () => {
    expect([setsIn(draft, 'hpush'), setsIn(draft, 'core')]).toEqual([3, 0])
  })

  it('uses as many targets as it has sets', () => {
    expect(targetsIn(part('hpush', 2, {}, { targets: [9, 8, 7, 7, 6] }))).toEqual([9, 8])
  })
})
