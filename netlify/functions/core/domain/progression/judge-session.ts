import { everySetReached, performedAt } from '#domain/effort/amounts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { ProgressSession, ProgressState } from './progress-state.js'

/** What a session shows before anything is decided. */
export type SessionFacts = {
  /** Whether every set reached its working value. */
  readonly hit: boolean
  /**
   * Whether the session is a hit and the last set went beyond its value by two reps or a quarter of
   * the hold.
   */
  readonly over: boolean
  /**
   * Share of the working sets that was done, 0-1; extra work in one set does not make up for
   * another.
   */
  readonly completion: number
}

/** Compares what was done with the working sets. */
export function judgeSession(
  { metric, working }: Pick<ProgressState, 'metric' | 'working'>,
  { actual, counted = actual }: Pick<ProgressSession, 'actual' | 'counted'>,
  rules: TrainingRules,
): SessionFacts {
  const hit = everySetReached(counted, working)
  const planned = sum(working)
  const done = sum(working.map((amount, index) => Math.min(performedAt(counted, index), amount)))
  const last = working.length - 1
  const lastTarget = working[last]
  const wentBeyond = lastTarget !== undefined && performedAt(actual, last) >= overTarget(metric, lastTarget, rules)
  return { hit, over: hit && wentBeyond, completion: planned === 0 ? 1 : done / planned }
}

function overTarget(metric: ProgressState['metric'], working: number, rules: TrainingRules): number {
  const { repsMargin, durationFactor } = rules.progression.over
  return metric === 'reps' ? working + repsMargin : working * durationFactor
}

/**
 * Returns the RPE by which a target that was met is judged, 1 to 10: that of the last set, or what it
 * would have been at the target. A rep more than asked is a point less, and so is a tenth of a hold.
 */
export function effortOf(
  { metric, working }: Pick<ProgressState, 'metric' | 'working'>,
  { actual, rpeLast }: Pick<ProgressSession, 'actual' | 'rpeLast'>,
  rules: TrainingRules,
): number | null {
  const last = working.length - 1
  const target = working[last]
  if (rpeLast === null || rules.judging.effort === 'as-rated' || !target) return rpeLast
  const { rpeMin, rpeMax, holdSharePerRpePoint } = rules.effort
  const done = performedAt(actual, last)
  const spare = metric === 'reps' ? done - target : (done / target - 1) / holdSharePerRpePoint
  return Math.min(rpeMax, Math.max(rpeMin, rpeLast - spare))
}
