import { daysBetween } from '#domain/calendar/days-between.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { layoff } from '#domain/progression/layoff.js'
import { gapThatCounts } from '#domain/progression/monthly-returns.js'
import type { ProgressDecision } from '#domain/progression/progress-state.js'
import { fitWorking } from '#domain/progression/start-value.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseStanding, TrainingDecision } from '../training-state.js'
import type { DecisionContext } from './decision-context.js'

type Before = Pick<DecisionContext, 'session' | 'exercise' | 'facts' | 'rules' | 'lastTrainedOn' | 'monthlyReturns'>

/**
 * Returns the working sets before a session: the plan of the first session is where the athlete
 * starts, and a break takes some of them back.
 */
export function workingBefore(
  { working }: Pick<ExerciseStanding, 'working'>,
  { exercise, facts: { metric }, rules, lastTrainedOn, monthlyReturns = 0, session }: Before,
): readonly number[] {
  const defaults = exercise.standard.sets
  const fitted = fittedSets(working ?? exercise.targets, defaults, metric, rules)
  const gapDays = working === null || lastTrainedOn === null ? 0 : daysBetween(lastTrainedOn, session.date)
  const counted = gapThatCounts(gapDays, monthlyReturns, rules)
  return layoff({ metric, defaults, working: fitted, gapDays: counted }, rules).working
}

/**
 * Returns as many sets as the standard has, the last one repeated. The first rules cut them to what
 * lies between start and standard; later ones keep what somebody asked for.
 */
export function fittedSets(
  sets: readonly number[],
  defaults: readonly number[],
  metric: Metric,
  rules: TrainingRules,
): readonly number[] {
  return rules.judging.aboveStandard === 'cut' ? fitWorking(sets, defaults, metric, rules) : inNumber(sets, defaults)
}

/** Returns sets in the number of others: the last one is repeated, and where there is none the other stands. */
export function inNumber(sets: readonly number[], others: readonly number[]): number[] {
  return others.map((other, index) => sets[index] ?? sets.at(-1) ?? other)
}

type Decided = Pick<TrainingDecision, 'decision' | 'reason'> & Pick<ProgressDecision, 'working'>

/**
 * Returns the working sets after a decision. A plan may ask for fewer or for lower sets than these:
 * meeting it never lowers them, and only a decision to take back does.
 */
export function workingAfter(
  before: readonly number[],
  { decision, reason, working }: Decided,
  { judging }: TrainingRules,
): readonly number[] {
  if (judging.heldAgainst === 'working-sets') return working
  const judged = inNumber(working, before)
  if (decision === 'regress') return judged
  const isMet = decision === 'progress' || decision === 'consolidate' || decision === 'mastered'
  if (!isMet && reason !== 'at_limit') return before
  return before.map((amount, index) => Math.max(amount, judged[index] ?? amount))
}
