import type { Metric } from '#domain/library/vocabulary.js'
import type { TargetRule } from '../targets.js'
import { type CoachReason, reasonOf } from './coach-reason.js'

/** Explains why the sets of an exercise are as long as they are. */
export function explainTarget(rule: TargetRule, metric: Metric): CoachReason {
  return reasonOf(rule, sentence(rule, metric))
}

function sentence({ id, maximum }: TargetRule, metric: Metric): string {
  const most = metric === 'reps' ? `${Math.round(maximum)} reps` : `${Math.round(maximum)} seconds`
  switch (id) {
    case 'target.first_time':
      return `Your first time: you could do about ${most}, and begin with some in reserve.`
    case 'target.raised_to_estimate':
      return `More than the last time: you could do about ${most}.`
    case 'target.lowered_to_estimate':
      return `Less than the last time: you could do about ${most} today, and some are to stay in reserve.`
    case 'target.working_value':
      return `As the last sessions left it: you could do about ${most}.`
    default:
      return id satisfies never
  }
}
