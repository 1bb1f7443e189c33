import type { Step } from '#domain/calendar/time-step.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { Steps } from '#domain/values/steps.js'
import type { PerformedWork } from '../performed-work.js'
import { bodyMassSeries } from './body-mass-series.js'
import type { ChartMetric } from './chart-metric.js'
import type { Charted, ChartSeries, ChartSteps } from './chart-series.js'
import { abilitySeries, levelSeries, standingsOver } from './standing-series.js'
import { workSeries } from './work-series.js'

/** What is to be drawn: metrics, and what curves are of. */
export type ChartRequest = {
  readonly metrics: readonly ChartMetric[]
  /** Categories whose ability and level are drawn. */
  readonly categories: readonly Category[]
  /** What work is drawn of. */
  readonly charted: readonly Charted[]
  readonly step: Step
}

/** What curves are drawn from; the log may be empty where neither ability nor level is. */
export type ChartFacts = {
  readonly today: string
  readonly trainingLog: TrainingLog
  readonly work: readonly PerformedWork[]
  readonly bodyMass: readonly BodyMassEntry[]
  readonly library: Library
}

/** Draws curves over the same steps, in the order of the metrics of each kind. */
export function* drawChart(
  { metrics, categories, charted, step }: ChartRequest,
  steps: ChartSteps,
  facts: ChartFacts,
  ruleBook: RuleBook,
): Steps<ChartSeries[]> {
  const rules = ruleBook.inForce
  const ends = knownEnds(steps, facts.today)
  const standings = yield* standingsOver(facts.trainingLog, facts.library, ruleBook, categories)
  const worked = yield* workSeries(metrics, charted, steps, { ...facts, step }, rules)
  return [
    ...(metrics.includes('ability') ? categories.map((one) => abilitySeries(one, ends, standings, rules)) : []),
    ...(metrics.includes('level') ? categories.map((one) => levelSeries(one, ends, standings)) : []),
    ...worked,
    ...(metrics.includes('bodyMassKg') ? [bodyMassSeries(facts.bodyMass, steps)] : []),
  ]
}

/** The last day of each step of which something is known today; null for steps to come. */
function knownEnds({ starts, ends }: ChartSteps, today: string): (string | null)[] {
  return starts.map((first, index) => {
    const end = ends[index] ?? first
    if (first > today) return null
    return end < today ? end : today
  })
}
