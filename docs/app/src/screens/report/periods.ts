import { type Days, daysUntil } from '../progress/ranges.js'

/** What a report is about. */
export type Period = { readonly name: string; readonly label: string; daysAt(today: string): Days }

export const periods = [
  { name: '4-weeks', label: 'Last 4 weeks', daysAt: (today) => daysUntil(today, 28) },
  { name: 'this-month', label: 'This month', daysAt: (today) => ({ from: firstOfMonth(today), to: today }) },
  { name: 'last-month', label: 'Last month', daysAt: (today) => lastMonth(today) },
] as const satisfies readonly Period[]

function lastMonth(today: string): Days {
  const { from: to } = daysUntil(firstOfMonth(today), 2)
  return { from: firstOfMonth(to), to }
}

const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`
