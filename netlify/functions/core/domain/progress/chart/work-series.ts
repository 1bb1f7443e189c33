import { firstDayOf, type Step } from '#domain/calendar/time-step.js'
import { isHard } from '#domain/coach/reading/recent-training.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Steps } from '#domain/values/steps.js'
import { exerciseHistory } from '../exercise-history.js'
import { type PerformedWork, setsIn, totalsOf, type WorkTotals } from '../performed-work.js'
import { type ChartMetric, isOneOf, unitOf, type WorkMetric, workMetrics } from './chart-metric.js'
import { type Charted, type ChartSeries, type ChartSteps, isOf } from './chart-series.js'

/** What curves of work are drawn from. */
export type WorkToChart = {
  readonly work: readonly PerformedWork[]
  readonly bodyMass: readonly BodyMassEntry[]
  readonly library: Library
  readonly step: Step
}

type Summed = Pick<WorkTotals, Exclude<WorkMetric, 'hardSets'>> & {
  readonly hardSets: number
  readonly best: number | null
}

/**
 * Draws curves of work: the sums of each step, 0 where there was none; mean RPE and best set are null
 * there.
 */
export function* workSeries(
  metrics: readonly ChartMetric[],
  charted: readonly Charted[],
  { starts }: Pick<ChartSteps, 'starts'>,
  toChart: WorkToChart,
  rules: TrainingRules,
): Steps<ChartSeries[]> {
  const series: ChartSeries[] = []
  for (const of of charted) {
    const summed = yield* summedBy(of, starts, toChart, rules)
    for (const metric of metrics.filter((one) => isOneOf(workMetrics, one))) {
      series.push({ metric, unit: unitOf[metric], of, values: summed.map((sums) => sums[metric]) })
    }
    if (of.kind === 'exercise' && metrics.includes('best')) {
      const unit = of.exercise.metric === 'reps' ? 'reps' : 'seconds'
      series.push({ metric: 'best', unit, of, values: summed.map(({ best }) => best) })
    }
  }
  return series
}

function* summedBy(
  of: Charted,
  starts: readonly string[],
  { work, bodyMass, library, step }: WorkToChart,
  rules: TrainingRules,
): Steps<Summed[]> {
  const own = work.filter(({ exerciseId }) => isOf(of, exerciseIn(library, exerciseId)))
  const byStep = Map.groupBy(own, ({ date }) => firstDayOf(step, date))
  const summed: Summed[] = []
  for (const first of starts) {
    summed.push(sumsOf(byStep.get(first) ?? [], bodyMass, rules))
    yield
  }
  return summed
}

function sumsOf(sets: readonly PerformedWork[], bodyMass: readonly BodyMassEntry[], rules: TrainingRules): Summed {
  const totals = totalsOf(sets, bodyMass, rules)
  const bests = exerciseHistory(sets, bodyMass, rules).map(({ best }) => best)
  return {
    ...totals,
    hardSets: setsIn(sets.filter((set) => isHard(set, rules))),
    best: setsIn(sets.filter(({ held }) => !held)) === 0 ? null : Math.max(...bests),
  }
}
