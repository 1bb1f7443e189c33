import { everySetReached } from '#domain/effort/amounts.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sameValue } from '#domain/values/same-value.js'
import { sum } from '#domain/values/statistics.js'
import type { LoggedExercise } from '../training-log.js'
import { isMet, type Work, workAgainst } from './judge-work.js'
import { inNumber } from './working-sets.js'

/** What a session is judged by, and what was done of it. */
export type Judged = {
  readonly work: Work
  /** Whether a plan below the working sets was met, which says nothing about these. */
  readonly planMetOnly: boolean
}

/**
 * Chooses what a session is held against. What was planned is what is judged; but whoever did their
 * working sets met them, whatever the plan said.
 */
export function judgedBy(
  exercise: LoggedExercise,
  working: readonly number[],
  metric: Metric,
  rules: TrainingRules,
): Judged {
  const against = (targets: readonly number[]) => workAgainst(targets, exercise, metric, rules)
  if (rules.judging.heldAgainst === 'working-sets') return byWorkingSets(against(working), exercise)
  if (exercise.targets.length === 0) return { work: against(working), planMetOnly: false }
  const planned = against(exercise.targets)
  const asMany = working.slice(0, exercise.targets.length)
  const own = sameValue(asMany, exercise.targets) ? planned : against(asMany)
  if (isLighter(exercise.targets, working) && !isMet(own) && isMet(planned)) {
    return { work: planned, planMetOnly: true }
  }
  return { work: heavierMet(planned, own) ?? planned, planMetOnly: false }
}

function byWorkingSets(work: Work, { targets }: LoggedExercise): Judged {
  const metPlan = targets.length > 0 && everySetReached(work.counted, targets)
  return { work, planMetOnly: !isMet(work) && metPlan }
}

/** Tells whether a plan asks for less than the working sets in as many sets. */
function isLighter(plan: readonly number[], working: readonly number[]): boolean {
  return sum(plan) < sum(inNumber(working, plan))
}

function heavierMet(...works: readonly Work[]): Work | undefined {
  return works.filter(isMet).toSorted((a, b) => sum(b.targets) - sum(a.targets))[0]
}
