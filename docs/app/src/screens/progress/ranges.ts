import type { Input } from '@calistheniq/client'
import { addDays } from '../../ui/dates.js'

/** How far back charts look, and in which steps. */
export type Range = {
  readonly name: string
  readonly label: string
  readonly days: number
  readonly step: NonNullable<Input<'progress.chart'>['step']>
}

export const ranges = [
  { name: '4-weeks', label: '4 weeks', days: 28, step: 'week' },
  { name: '12-weeks', label: '12 weeks', days: 84, step: 'week' },
  { name: 'year', label: 'A year', days: 365, step: 'month' },
] as const satisfies readonly Range[]

export type Days = { readonly from: string; readonly to: string }

/** The first and the last of so many days that end with this one. */
export function daysUntil(today: string, days: number): Days {
  return { from: addDays(today, 1 - days), to: today }
}
