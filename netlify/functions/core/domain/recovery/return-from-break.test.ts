import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { returnFromBreak } from './return-from-break.js'

it.each([
  ['is null without a break', ['2026-11-10', '2026-11-20'], null],
  ['is null for an athlete who never trained', [], null],
  ['is null on the first day of training ever', ['2026-11-22'], null],
  ['is null after 13 days', ['2026-11-09'], null],
  ['is in its first week after 14 days', ['2026-11-08'], { gapDays: 14, week: 1, setMultiplier: 0.7 }],
  [
    'is in its first week six days after the first session back',
    ['2026-10-20', '2026-11-16'],
    { gapDays: 27, week: 1, setMultiplier: 0.7 },
  ],
  [
    'is in its second week a week after the first session back',
    ['2026-10-20', '2026-11-15', '2026-11-18'],
    { gapDays: 26, week: 2, setMultiplier: 0.9 },
  ],
  ['is over in the third week', ['2026-10-20', '2026-11-08', '2026-11-18'], null],
  ['halves the sets after a month', ['2026-10-20'], { gapDays: 33, week: 1, setMultiplier: 0.5 }],
  [
    'is in its fourth week after a month away',
    ['2026-09-01', '2026-11-01', '2026-11-10', '2026-11-18'],
    { gapDays: 61, week: 4, setMultiplier: 0.9 },
  ],
  ['is over in the fifth week', ['2026-09-01', '2026-10-25', '2026-11-05', '2026-11-15'], null],
  [
    'is still in its first week when the athlete trained today',
    ['2026-10-20', '2026-11-22'],
    { gapDays: 33, week: 1, setMultiplier: 0.5 },
  ],
  ['ignores a day in the future', ['2026-10-20', '2026-11-25'], { gapDays: 33, week: 1, setMultiplier: 0.5 }],
  [
    'counts from the last break only',
    ['2026-06-01', '2026-11-01', '2026-11-08'],
    { gapDays: 14, week: 1, setMultiplier: 0.7 },
  ],
])('returnFromBreak %s', (_, trainedOn, expected) => {
  const back = returnFromBreak(trainedOn, '2026-11-22', rulesInForce)
  if (expected === null) expect(back).toBeNull()
  else expect(back).toMatchObject({ ...expected, monthlyReturns: 0 })
})

it('returnFromBreak knows the weeks that are left', () => {
  expect(returnFromBreak(['2026-10-01', '2026-11-10'], '2026-11-22', rulesInForce)?.multipliersLeft).toEqual([
    0.7, 0.8, 0.9,
  ])
})

it('returnFromBreak makes sessions whole from the third return in a row after about a month', () => {
  const months = ['2026-07-20', '2026-08-20', '2026-09-20', '2026-10-21']
  const whole = { gapDays: 32, week: 1, setMultiplier: 1, multipliersLeft: [], monthlyReturns: 4 }
  expect(returnFromBreak(months, '2026-11-22', rulesInForce)).toEqual(whole)
  expect(returnFromBreak(months.slice(2), '2026-11-22', rulesInForce)).toMatchObject({ setMultiplier: 0.5 })
})
