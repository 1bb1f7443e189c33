import type { Chart, Line } from './chart.js'
import { amountText, numberText } from './numbers.js'

type Drawn = Pick<Chart, 'lines' | 'shape' | 'step' | 'unit'>

/** How many things a sentence tells before it is one that nobody reads. */
const toldMax = 3

/**
 * Says in one sentence what a chart shows.
 *
 * @param changeMin a smaller change than this is none to speak of.
 */
export function findingOf(chart: Drawn, changeMin: number): string {
  if (chart.shape === 'bars') return sumFinding(chart)
  const changes = chart.lines.flatMap((line) => changeOf(line))
  const steps = Math.max(...changes.map((change) => change.steps))
  const moved = changes.filter(({ from, to }) => Math.abs(to - from) >= changeMin)
  const told = moved.toSorted((one, other) => distance(other) - distance(one)).slice(0, toldMax)
  const now = listed(changes.map(({ label, to }) => `${label} ${amountText(to, chart.unit)}`))
  if (steps === 0) return `So far: ${now}.`
  const time = stepsText(steps, chart.step)
  if (told.length > 0) return `${listed(told.map((change) => changeText(change, chart.unit)))} in ${time}.`
  return `${changes.some((change) => distance(change) > 0) ? 'Little' : 'Nothing'} changed in ${time}: ${now}.`
}

/** What came of a line between the first value that is known and the last. */
type Change = {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly steps: number
  /** Whether the first value is outside of the band of the last one. */
  readonly isSure: boolean
}

function changeOf({ label, values, band }: Line): readonly Change[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const [first, last] = [known.at(0), known.at(-1)]
  if (!first || !last) return []
  const low = band?.low[last.index] ?? last.value
  const high = band?.high[last.index] ?? last.value
  const isSure = first.value < low || first.value > high
  return [{ label, from: first.value, to: last.value, steps: last.index - first.index, isSure }]
}

const distance = ({ from, to }: Change) => Math.abs(to - from)

function changeText({ label, from, to, isSure }: Change, unit: string): string {
  const verbs = to > from ? { sure: 'rose', unsure: 'may have risen' } : { sure: 'fell', unsure: 'may have fallen' }
  return `${label} ${isSure ? verbs.sure : verbs.unsure} from ${numberText(from)} to ${amountText(to, unit)}`
}

function sumFinding({ lines, step, unit }: Drawn): string {
  const sums = lines.map(({ label, values }) => ({ label, sum: sumOf(values) }))
  const total = sums.reduce((sum, line) => sum + line.sum, 0)
  const steps = lines[0]?.values.length ?? 0
  const whole = `${amountText(total, unit)} in ${stepsText(steps, step)}`
  if (sums.length === 1)
    return steps === 1 ? `${whole}.` : `${whole}: ${numberText(Math.round(total / steps))} a ${step}.`
  const most = sums.toSorted((one, other) => other.sum - one.sum).slice(0, toldMax)
  const rest = sums.length > toldMax ? 'most of them ' : ''
  return `${whole}: ${rest}${listed(most.map(({ label, sum }) => `${label} ${numberText(sum)}`))}.`
}

const sumOf = (values: Line['values']) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

const stepsText = (steps: number, step: string) => `${steps} ${step}${steps === 1 ? '' : 's'}`

/** `a`, `a and b`, `a, b and c`. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
