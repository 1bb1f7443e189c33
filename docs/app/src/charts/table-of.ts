import type { Chart, Line } from './chart.js'
import { numberText } from './numbers.js'
import { stepHeads, stepLabel } from './step-label.js'

/** The numbers of a chart as a table: what reads it without seeing it. */
export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly { readonly start: string; readonly cells: readonly string[] }[]
}

export function tableOf({ step, starts, unit, lines }: Chart): Table {
  const labels = lines.map(({ label, band }) => `${label}${behind(unit)}${band ? ' (90 % between)' : ''}`)
  return {
    head: [stepHeads[step], ...labels],
    rows: starts.map((start, index) => ({
      start: stepLabel(step, start),
      cells: lines.map((line) => cellText(line, index)),
    })),
  }
}

const behind = (unit: string) => (unit === '' ? '' : `, ${unit}`)

function cellText({ values, band }: Line, index: number): string {
  const value = values[index] ?? null
  if (value === null) return '–'
  const [low, high] = [band?.low[index] ?? null, band?.high[index] ?? null]
  return low === null || high === null
    ? numberText(value)
    : `${numberText(value)} (${numberText(low)}–${numberText(high)})`
}
