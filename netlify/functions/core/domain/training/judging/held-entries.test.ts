import { describe, expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import type { GivenSet } from '#tests/support/logged-entries.js'
import { loggedOn } from '#tests/support/logged-entries.js'
import { type Day, decisionsIn, live, pullUp } from '#tests/support/second-rules.js'
import { exercise } from '#tests/support/training-logs.js'
import { recordKey } from '../records.js'
import { nothingKnown } from '../training-state.js'
import { isImplausible } from './held-entries.js'

const heldFor = (metric: 'reps' | 'duration') => (sets: readonly GivenSet[], best?: number) => {
  const facts = exercise('push-up', { metric })
  const { exercises } = loggedOn('2026-11-02', rules2026v2, { exercise: 'push-up', standard: [10, 12], sets })
  const [entry] = exercises.map((logged) => ({ exercise: logged, facts, others: [] }))
  const kind = metric === 'reps' ? ('reps' as const) : ('hold' as const)
  const [session, set] = [loggedOn('2026-10-01', rules2026v2), exercises[0]?.sets[0]]
  if (entry === undefined || set === undefined) throw new Error('an entry has a set')
  const record = {
    exerciseId: facts.id,
    kind,
    value: best ?? 0,
    on: session.date,
    sessionId: session.id,
    setId: set.id,
  }
  const records = new Map(best === undefined ? [] : [[recordKey(record), record]])
  return isImplausible(entry, { ...nothingKnown, records }, rules2026v2)
}

describe('a set that may be a typing error', () => {
  const held = heldFor('reps')

  it.each<[string, readonly GivenSet[], number | undefined, boolean]>([
    ['is more than five times the standard, with nothing beside it', [51], undefined, true],
    ['is no more than that for who begins strong', [50], undefined, false],
    ['is more than three times the set beside it', [10, 100, 12], undefined, true],
    ['is more than three times the standard beside small sets', [31, 2], undefined, true],
    ['is not three times the standard beside small sets', [30, 2], undefined, false],
    ['is no drop from many reps to a few', [60, 20, 20], undefined, false],
    ['is more than three times the best', [61], 20, true],
    ['is not three times the set beside it, whatever the best', [100, 40], 4, false],
    ['is not three times the best', [60], 20, false],
    ['is more than three times the standard, for who never did much', [31], 4, true],
  ])('%s', (_, sets, best, expected) => {
    expect(held(sets, best)).toBe(expected)
  })

  it('is held against the longest hold when it is a hold', () => {
    expect(heldFor('duration')([60], 20)).toBe(false)
    expect(heldFor('duration')([61], 20)).toBe(true)
  })
})

describe('a session far above what was known', () => {
  const days = Array.from({ length: 8 }, (_, index): Day => [`2026-11-${10 + index}`, { ...pullUp, sets: [2, 2, 1] }])
  const decidedAfter = (sets: readonly number[]) =>
    decisionsIn(live(rules2026v2, [...days, ['2026-11-18', { ...pullUp, sets }]])).at(-1)

  it('waits for review although no set of it is absurd', () => {
    expect(decidedAfter([16, 16, 16])).toBe('hold/held_for_review')
  })

  it('is judged like any other when it is far below', () => {
    expect(decidedAfter([0, 0, 0])).toBe('hold/missed')
  })
})
