import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkDayRange, dayRangeFields } from './day-range.schema.js'

const Query = z.strictObject(dayRangeFields).superRefine(checkDayRange)

function faultsOf(query: unknown): string[] {
  const parsed = Query.safeParse(query)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('a range of days', () => {
  test('is given with both ends, or not at all', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ from: '2026-11-16', to: '2026-11-22' })).toEqual([])
    expect(faultsOf({ from: '2026-11-16' })).toEqual(['to'])
    expect(faultsOf({ to: '2026-11-22' })).toEqual(['from'])
  })

  test('runs forward', () => {
    expect(faultsOf({ from: '2026-11-22', to: '2026-11-22' })).toEqual([])
    expect(faultsOf({ from: '2026-11-22', to: '2026-11-21' })).toEqual(['to'])
  })

  test('has at most 366 days', () => {
    expect(faultsOf({ from: '2024-01-01', to: '2024-12-31' })).toEqual([])
    expect(faultsOf({ from: '2024-01-01', to: '2025-01-01' })).toEqual(['to'])
  })

  test('is made of dates that exist', () => {
    expect(faultsOf({ from: '2026-02-29', to: '2026-03-01' })).toEqual(['from'])
    expect(faultsOf({ from: '2100-12-01', to: '2101-01-01' })).toEqual(['to'])
  })
})
