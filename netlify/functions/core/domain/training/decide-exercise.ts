import { daysBetween } from '#domain/calendar/days-between.js'
import { everySetReached } from '#domain/effort/amounts.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { DecisionReason } from '#domain/progression/decision.schema.js'
import { layoff } from '#domain/progression/layoff.js'
import { progress } from '#domain/progression/progress.js'
import type { ProgressState } from '#domain/progression/progress-state.js'
import { fitWorking } from '#domain/progression/start-value.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type Performance, performanceOf } from './performance.js'
import type { LoggedExercise, LoggedSession } from './training-log.js'
import type { ExerciseStanding, TrainingDecision } from './training-state.js'

export type DecisionContext = {
  readonly session: Pick<LoggedSession, 'id' | 'date' | 'completedAt'>
  readonly exercise: LoggedExercise
  readonly facts: LibraryFacts
  readonly rules: TrainingRules
  /** The day of the last session in this category before this one. */
  readonly lastTrainedOn: string | null
  readonly inDeload: boolean
  /** The working sets that the athlete put in place of those decided; null when there are none. */
  readonly override: readonly number[] | null
}

type Outcome = Pick<TrainingDecision, 'decision' | 'reason' | 'completion'> &
  Pick<ProgressState, 'working' | 'overStreak' | 'failStreak' | 'masteryCount' | 'mastered'>

/**
 * Decides what follows from one exercise of a completed session, and where the athlete stands after
 * it.
 */
export function decideExercise(
  standing: ExerciseStanding,
  context: DecisionContext,
): { decision: TrainingDecision; standing: ExerciseStanding } {
  const { session, exercise, facts, rules, override } = context
  const state = stateBefore(standing, context)
  const performance = performanceOf(exercise)
  const outcome = judge(state, performance, context)
  const after = override ? fitWorking(override, state.defaults, facts.metric, rules) : outcome.working
  const decision: TrainingDecision = {
    sessionExerciseId: exercise.id,
    sessionId: session.id,
    exerciseId: facts.id,
    on: session.date,
    decision: outcome.decision,
    reason: outcome.reason,
    ruleId: `progression.${outcome.reason}`,
    rulesVersion: rules.version,
    inputs: inputsOf(state, performance),
    before: state.working,
    after,
    completion: outcome.completion,
    overridden: override !== null,
  }
  return { decision, standing: standingAfter(standing, outcome, after, session) }
}

/**
 * Judges a performance. It holds the target in a week of deload and after help from a band, because
 * such a session tells nothing about the target, and when a miss of the working sets still met the
 * plan. Pain always decides.
 */
function judge(
  state: ProgressState,
  performance: Performance,
  { exercise, rules, inDeload }: DecisionContext,
): Outcome {
  const decided = progress(state, performance, rules)
  if (performance.pain > rules.progression.pain.cautionAbove) return decided
  const hold = (reason: DecisionReason): Outcome => ({
    ...state,
    decision: 'hold',
    reason,
    completion: decided.completion,
  })
  if (inDeload) return hold('deload')
  if (performance.assisted) return hold('assisted')
  return isMiss(decided) && meetsPlan(performance, exercise) ? hold('plan_met') : decided
}

function isMiss({ reason }: Outcome): boolean {
  return reason === 'missed' || reason === 'repeated_miss' || reason === 'floor_reached'
}

/**
 * Tells whether the athlete did what was planned. A plan can be older or lighter than the working
 * sets, and meeting it is no miss.
 */
function meetsPlan({ actual }: Performance, { targets }: LoggedExercise): boolean {
  return targets.length > 0 && everySetReached(actual, targets)
}

/**
 * Returns the state before the session: the plan of the first session is where the athlete starts,
 * and a break takes some of the working sets back.
 */
function stateBefore(standing: ExerciseStanding, context: DecisionContext): ProgressState {
  const { exercise, facts, rules, lastTrainedOn, session } = context
  const defaults = exercise.standard.sets
  const fitted = fitWorking(standing.working ?? exercise.targets, defaults, facts.metric, rules)
  const gapDays = standing.working === null || lastTrainedOn === null ? 0 : daysBetween(lastTrainedOn, session.date)
  return {
    metric: facts.metric,
    defaults,
    working: layoff({ metric: facts.metric, defaults, working: fitted, gapDays }, rules).working,
    overStreak: standing.overStreak,
    failStreak: standing.failStreak,
    masteryCount: standing.masteryCount,
    mastered: standing.masteredAt !== null,
  }
}

function inputsOf(state: ProgressState, { actual, rpeLast, pain }: Performance): TrainingDecision['inputs'] {
  const { defaults, overStreak, failStreak, masteryCount } = state
  return { actual, rpeLast, pain, defaults, overStreak, failStreak, masteryCount }
}

function standingAfter(
  standing: ExerciseStanding,
  outcome: Outcome,
  working: readonly number[],
  session: DecisionContext['session'],
): ExerciseStanding {
  return {
    exerciseId: standing.exerciseId,
    working,
    overStreak: outcome.overStreak,
    failStreak: outcome.failStreak,
    masteryCount: outcome.masteryCount,
    masteredAt: standing.masteredAt ?? (outcome.mastered ? session.completedAt : null),
    sessionsCount: standing.sessionsCount + 1,
    lastSessionOn: session.date,
    lastDecision: outcome.decision,
  }
}
