import { addDays, dayMs } from '../../ui/dates.js'

/** The ISO week of a date by its name: `2026-11-28` is in `2026-W48`. */
export function isoWeekOf(date: string): string {
  // the week belongs to the year of its Thursday
  const thursday = addDays(date, 3 - daysSinceMonday(date))
  const year = thursday.slice(0, 4)
  const number = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * dayMs))
  return `${year}-W${`${number}`.padStart(2, '0')}`
}

function daysSinceMonday(date: string): number {
  return (new Date(date).getUTCDay() + 6) % 7
}
