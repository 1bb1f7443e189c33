import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown } from '#domain/training/training-state.js'
import { idOf } from '#tests/support/ids.js'
import type { Deload } from './begin-deload.js'
import { adviseDeload } from './deload-advice.js'
import { explainAdvice } from './explain-deload.js'

const today = '2026-11-22'
const inDays = (days: number) => addDays(today, days)

const deloadFrom = (startsOn: string): Deload => ({
  id: idOf.deload(startsOn),
  startsOn,
  endsOn: addDays(startsOn, 6),
  triggers: ['by_hand'],
  rulesVersion: rulesInForce.version,
  createdAt: new Date(),
})

const advise = (regressions: number, ...deloads: readonly Deload[]) =>
  adviseDeload(
    { state: { ...nothingKnown, regressedOn: Array(regressions).fill(today) }, loads: [], checkIns: [], today },
    deloads,
    null,
    rulesInForce,
  )
const declined = (regressions: number, until: string) =>
  adviseDeload(
    { state: { ...nothingKnown, regressedOn: Array(regressions).fill(today) }, loads: [], checkIns: [], today },
    [],
    until,
    rulesInForce,
  )

describe('adviseDeload', () => {
  it('is due when a trigger holds, and not otherwise', () => {
    expect([advise(2).due, advise(1).due]).toEqual([true, false])
    expect(advise(2).triggers.map(({ trigger }) => trigger)).toEqual(['regressions'])
  })

  it('is not due from the first to the last day of a deload', () => {
    const [first, last] = [deloadFrom(today), deloadFrom(inDays(-6))]
    expect([advise(2, first), advise(2, last)]).toMatchObject([
      { due: false, current: first, next: null },
      { due: false, current: last, next: null },
    ])
  })

  it('is not due when a deload is planned', () => {
    const [tomorrow, later] = [deloadFrom(inDays(1)), deloadFrom(inDays(9))]
    expect(advise(2, tomorrow, later)).toMatchObject({ due: false, current: null, next: tomorrow })
  })

  it('is not due up to the last day for which it was declined', () => {
    expect(declined(2, today)).toMatchObject({ due: false, declinedUntil: today })
    expect(declined(2, inDays(-1))).toMatchObject({ due: true, declinedUntil: null })
  })

  it('is due again after the last day of a deload', () => {
    expect(advise(2, deloadFrom(inDays(-7)))).toMatchObject({ due: true, current: null, next: null })
  })
})

describe('explainAdvice', () => {
  it('says that an easier week was declined, and what calls for it', () => {
    expect(explainAdvice(declined(2, today))).toBe(
      'An easier week would be due, and you declined it until 2026-11-22. Working sets went back 2 times in 7 days.',
    )
  })

  it('says nothing of a decline when none is due', () => {
    expect(explainAdvice(declined(0, today))).toBe('No easier week is due.')
  })

  it('says until when the easier week runs', () => {
    expect(explainAdvice(advise(2, deloadFrom(today)))).toBe('Your easier week runs until 2026-11-28.')
  })

  it('says when the next easier week begins', () => {
    expect(explainAdvice(advise(2, deloadFrom(inDays(1))))).toBe('Your next easier week begins on 2026-11-23.')
  })

  it('says that no easier week is due', () => {
    expect(explainAdvice(advise(0))).toBe('No easier week is due.')
  })

  it('says that an easier week is due, and why', () => {
    expect(explainAdvice(advise(2))).toBe('An easier week is due. Working sets went back 2 times in 7 days.')
  })
})
