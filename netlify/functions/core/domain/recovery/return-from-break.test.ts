import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { returnFromBreak } from './return-from-break.js'

it.each([
  ['no break', ['2026-11-10', '2026-11-20'], null],
  ['never trained', [], null],
  ['13 days', ['2026-11-09'], null],
  ['14 days: the first week back', ['2026-11-08'], { gapDays: 14, week: 1, setMultiplier: 0.7 }],
  ['the second week back', ['2026-10-20', '2026-11-15', '2026-11-18'], { gapDays: 26, week: 2, setMultiplier: 0.9 }],
  ['the third week back: over', ['2026-10-20', '2026-11-08', '2026-11-18'], null],
  ['a month: half the sets', ['2026-10-20'], { gapDays: 33, week: 1, setMultiplier: 0.5 }],
  ['already trained today', ['2026-10-20', '2026-11-22'], { gapDays: 33, week: 1, setMultiplier: 0.5 }],
  [
    'only the last break counts',
    ['2026-06-01', '2026-11-01', '2026-11-08'],
    { gapDays: 14, week: 1, setMultiplier: 0.7 },
  ],
])('%s', (_, trainedOn, expected) => {
  expect(returnFromBreak(trainedOn, '2026-11-22', rulesInForce)).toEqual(expected)
})
