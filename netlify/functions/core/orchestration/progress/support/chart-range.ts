import { addDays } from '#domain/calendar/days-between.js'
import { type Days, firstDayOf, nextStep, type Step, stepsBetween } from '#domain/calendar/time-step.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { ChartSteps } from '#domain/progress/chart/chart-series.js'
import { refuse } from '#domain/refusal.js'

type Asked = { readonly from?: string | undefined; readonly to?: string | undefined; readonly step: Step }

const daysByDefault = 84

/** The most steps of a chart. */
export const stepsMax = 400

/** Tells which days are drawn when it is `today` for the athlete; the first step is a whole one. */
export function daysToChart({ from, to, step }: Asked, today: string): Days {
  const first = from ?? addDays(today, 1 - daysByDefault)
  return { from: firstDayOf(step, first), to: to ?? (first > today ? first : today) }
}

/** Refuses with INVALID_INPUT (parameter `from`) what would be more steps than an answer has. */
export function assertFewSteps(asked: Asked, now: Date): void {
  if (stepsBetween(asked.step, daysToChart(asked, todayAnywhere(now).from)).length <= stepsMax) return
  refuse('INVALID_INPUT', 'The query is not as it should be.', [
    { parameter: 'from', code: 'OUT_OF_RANGE', detail: `must make at most ${stepsMax} steps: ask for longer ones` },
  ])
}

/** Lists the steps of these days. */
export function chartSteps(step: Step, { from, to }: Days): ChartSteps {
  const starts = stepsBetween(step, { from, to })
  const ends = starts.map((first) => addDays(nextStep(step, first), -1)).map((end) => (end < to ? end : to))
  return { starts, ends }
}
