import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkDayRange, dayRangeFields } from './day-range.schema.js'

const Query = z.strictObject(dayRangeFields).superRefine(checkDayRange)

function faultsOf(query: unknown): string[] {
  const parsed = Query.safeParse(query)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('a range of days', () => {
  test('needs both ends or none', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ from: '2026-11-16', to: '2026-11-22' })).toEqual([])
    expect(faultsOf({ from: '2026-11-16' })).toEqual(['to'])
    expect(faultsOf({ to: '2026-11-22' })).toEqual(['from'])
  })

  test('must not end before it begins', () => {
    expect(faultsOf({ from: '2026-11-22', to: '2026-11-22' })).toEqual([])
    expect(faultsOf({ from: '2026-11-22', to: '2026-11-21' })).toEqual(['to'])
  })

  test('has at most 366 days', () => {
    expect(faultsOf({ from: '2024-01-01', to: '2024-12-31' })).toEqual([])
    expect(faultsOf({ from: '2024-01-01', to: '2025-01-01' })).toEqual(['to'])
  })

  test('needs dates that exist', () => {
    expect(faultsOf({ from: '2026-02-29', to: '2026-03-01' })).toEqual(['from'])
  })

  test('ends in the year 2100 at the latest', () => {
    expect(faultsOf({ from: '2100-12-01', to: '2101-01-01' })).toEqual(['to'])
  })
})
