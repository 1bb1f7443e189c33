import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Refusal } from '#domain/refusal.js'
import { assertFromIsNear, checkDayRange, dayRangeFields } from './day-range.schema.js'

const Query = z.strictObject(dayRangeFields).superRefine(checkDayRange)

function faultsOf(query: unknown): string[] {
  const parsed = Query.safeParse(query)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('a range of days', () => {
  test('may lack its end, and not its beginning alone', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ from: '2026-11-16', to: '2026-11-22' })).toEqual([])
    expect(faultsOf({ from: '2026-11-16' })).toEqual([])
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

  test('that is open begins at most 365 days before today, or in the future', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    const open = (from: string) => () => assertFromIsNear({ from }, now)
    expect(open('2025-11-22')).not.toThrow()
    expect(open('2030-01-01')).not.toThrow()
    expect(open('2025-11-21')).toThrow(Refusal)
    expect(() => assertFromIsNear({ from: '2016-01-01', to: '2016-02-01' }, now)).not.toThrow()
  })
})
