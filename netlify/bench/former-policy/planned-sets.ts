import { daysSince } from '#domain/calendar/days-between.js'
import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import { isInDeload, setsInDeload } from '#domain/progression/deload-week.js'
import { layoff, setsOnReturn } from '#domain/progression/layoff.js'
import { fitWorking, startSets } from '#domain/progression/start-value.js'
import { returnFromBreak } from '#domain/recovery/return-from-break.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { standingIn, type TrainingState } from '#domain/training/training-state.js'
import type { Reason } from '#domain/values/reason.js'
import { explainDeload, explainLayoff, explainTransition } from './explain-adjustment.js'
import type { TrainedDays } from './trained-days.js'

/** The sets of an exercise as they should be planned for a day. */
export type PlannedSets = {
  /** Reps or seconds, one number for each set; at least one. */
  readonly targets: readonly number[]
  /** Why the sets differ from the working sets. */
  readonly adjustments: readonly Reason[]
  /** The highest RPE that a set should reach; null when there is no limit. */
  readonly rpeCap: number | null
}

/** The facts on which the plan of a day rests. */
export type PlanFacts = {
  readonly library: Library
  readonly trainingLog: TrainingLog
  readonly state: TrainingState
  readonly trainedOn: TrainedDays
  /** The day, in the athlete's zone, that is planned. */
  readonly today: string
}

/**
 * Adapts the working sets of an exercise, or its starting sets, to a day: taken back after a break,
 * fewer on the way back, and half of them in a week of deload.
 */
export function plannedSets(exercise: LibraryFacts, facts: PlanFacts, rules: TrainingRules): PlannedSets {
  const { working, adjustments } = workingSets(exercise, facts, rules)
  const back = returnFromBreak(facts.trainedOn.get(exercise.category) ?? [], facts.today, rules)
  const isDeload = isInDeload(facts.today, facts.state.deloads)
  const counts = [
    working.length,
    ...(back ? [setsOnReturn(working.length, back.setMultiplier)] : []),
    ...(isDeload ? [setsInDeload(working.length, rules)] : []),
  ]
  return {
    targets: working.slice(0, Math.min(...counts)),
    adjustments: [
      ...adjustments,
      ...(back ? [explainTransition(back)] : []),
      ...(isDeload ? [explainDeload(rules)] : []),
    ],
    rpeCap: isDeload ? rules.deload.rpeCap : null,
  }
}

function workingSets({ id, category, metric, defaults }: LibraryFacts, facts: PlanFacts, rules: TrainingRules) {
  const { working } = standingIn(facts.state, id)
  if (working === null) return { working: startSets(metric, defaults, rules), adjustments: [] }
  const fitted = fitWorking(working, defaults, metric, rules)
  const lastOn = facts.state.categories.get(category)?.lastSessionOn ?? facts.today
  const gapDays = daysSince(lastOn, facts.today)
  const kept = layoff({ metric, defaults, working: fitted, gapDays }, rules)
  const adjustments = kept.factor === 1 ? [] : [explainLayoff(gapDays, kept.factor)]
  return { working: kept.working, adjustments }
}
