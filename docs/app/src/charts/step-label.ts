import type { StepOfTime } from './answer.js'

const formats: Readonly<Record<StepOfTime, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
}

/** The first day of a step in short: `31 Aug`, of a month `Aug 2026`. */
export function stepLabel(step: StepOfTime, start: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...formats[step], timeZone: 'UTC' }).format(new Date(`${start}T00:00:00Z`))
}

/** What the first column of a table of steps is called. */
export const stepHeads: Readonly<Record<StepOfTime, string>> = { day: 'Day', week: 'Week of', month: 'Month' }
