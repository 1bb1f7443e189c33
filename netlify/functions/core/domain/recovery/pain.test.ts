import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { idOf } from '#tests/support/ids.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { recordCheckIn } from './check-in.js'
import { painNotes, recentPain } from './pain.js'

const today = '2026-11-22'
const ago = (days: number) => addDays(today, -days)
const hurting = (daysAgo: number, pain: number | null) =>
  sessionOn(ago(daysAgo), { exercise: 'push-up', actual: [8, 8], pain })
const checkIn = (daysAgo: number, pain: number) =>
  recordCheckIn(idOf.checkIn('id'), { date: ago(daysAgo), pain }, { now: new Date(), today })
const painOf = (sessions: readonly LoggedSession[], checkIns = [checkIn(0, 0)]) =>
  recentPain({ sessions }, checkIns, today, rulesInForce)

describe('recentPain', () => {
  it('is the strongest pain of sets and check-ins', () => {
    expect(painOf([hurting(1, 4)], [checkIn(0, 6), checkIn(2, 1)])).toBe(6)
    expect(painOf([hurting(1, 7), hurting(2, 3)], [checkIn(0, 6)])).toBe(7)
  })

  it('looks back seven days, today included', () => {
    expect(painOf([hurting(6, 5)])).toBe(5)
    expect(painOf([hurting(7, 5)])).toBe(0)
  })

  it('is null when no pain was ever noted', () => {
    expect(painOf([], [])).toBeNull()
  })

  it('is null when there were sets, and none of them was rated', () => {
    expect(painOf([hurting(1, null)], [])).toBeNull()
  })
})

describe('painNotes', () => {
  it('lists sets and check-ins from the first day to the last, oldest first', () => {
    const sessions = [hurting(2, 4), hurting(0, 2), hurting(6, 1), hurting(7, 9)]
    const checkIns = [checkIn(0, 8), checkIn(1, 3), checkIn(4, 5), checkIn(7, 8)]
    const notes = painNotes({ sessions }, checkIns, { from: ago(6), to: ago(1) })
    expect(notes).toEqual([
      { on: ago(6), pain: 1, painSite: null },
      { on: ago(6), pain: 1, painSite: null },
      { on: ago(4), pain: 5, painSite: null },
      { on: ago(2), pain: 4, painSite: null },
      { on: ago(2), pain: 4, painSite: null },
      { on: ago(1), pain: 3, painSite: null },
    ])
  })
})
