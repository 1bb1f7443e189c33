import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { checkpointDays } from './checkpoint-days.js'

const kept = (...days: string[]) => [...checkpointDays(days)].sort()

it('keeps the last four days, also within a month', () => {
  const days = ['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-08']
  expect(kept(...days)).toEqual(days.slice(1))
})

it('keeps the last day of each of the last two months', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-10-20', '2026-11-02', '2026-11-04', '2026-11-05', '2026-11-06']
  expect(kept(...days)).toEqual(['2026-10-20', ...days.slice(-4)])
})

it('keeps the last day of each year', () => {
  const lately = ['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-06']
  expect(kept('2023-12-30', '2024-03-01', '2024-12-29', ...lately)).toEqual(['2023-12-30', '2024-12-29', ...lately])
})

it('keeps nothing of nothing', () => {
  expect(kept()).toEqual([])
})

const days = fc.array(fc.integer({ min: 0, max: 1500 }).map((day) => addDays('2022-06-01', day)))

it('keeps the same whether all days are known or only those kept before a new one', () => {
  fc.assert(
    fc.property(days, (all) => {
      const inOrder = [...new Set(all)].sort()
      let oneByOne = new Set<string>()
      for (const day of inOrder) oneByOne = checkpointDays([...oneByOne, day])
      expect(oneByOne).toEqual(checkpointDays(inOrder))
    }),
  )
})
