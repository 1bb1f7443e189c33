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
  { actual }: Pick<ProgressSession, 'actual'>,
  rules: TrainingRules,
): SessionFacts {
  const hit = everySetReached(actual, working)
  const planned = sum(working)
  const done = sum(working.map((amount, index) => Math.min(performedAt(actual, index), amount)))
  const last = working.length - 1
  const lastTarget = working[last]
  const wentBeyond = lastTarget !== undefined && performedAt(actual, last) >= overTarget(metric, lastTarget, rules)
  return { hit, over: hit && wentBeyond, completion: planned === 0 ? 1 : done / planned }
}

function overTarget(metric: ProgressState['metric'], working: number, rules: TrainingRules): number {
  const { repsMargin, durationFactor } = rules.progression.over
  return metric === 'reps' ? working + repsMargin : working * durationFactor
}
