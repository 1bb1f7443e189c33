import { expect, it } from 'vitest'
import { Refusal } from '#domain/refusal.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { planDeload } from './plan-deload.js'

const today = '2026-11-22'
const other = { startsOn: '2026-12-01', endsOn: '2026-12-07' }

function codeOf(startsOn: string): string {
  try {
    planDeload(startsOn, today, [other], rulesInForce)
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.faults.map(({ code }) => code)].join(' ')
    throw error
  }
  return 'fine'
}

it('lasts seven days', () => {
  expect(planDeload(today, today, [], rulesInForce)).toEqual({ startsOn: '2026-11-22', endsOn: '2026-11-28' })
})

it.each([
  ['2026-11-21', 'INVALID_INPUT IN_PAST'],
  ['2026-11-24', 'fine'],
  ['2026-11-25', 'CONFLICT'],
  ['2026-12-07', 'CONFLICT'],
  ['2026-12-08', 'fine'],
  ['2026-12-20', 'fine'],
  ['2026-12-21', 'INVALID_INPUT OUT_OF_RANGE'],
])('on %s is %s', (startsOn, expected) => expect(codeOf(startsOn)).toBe(expected))
