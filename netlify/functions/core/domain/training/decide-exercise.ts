import type { DecisionReason } from '#domain/progression/decision.schema.js'
import { progress } from '#domain/progression/progress.js'
import type { ProgressState } from '#domain/progression/progress-state.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sameValue } from '#domain/values/same-value.js'
import { mergedStanding, standingWith } from './judging/beyond-standing.js'
import type { DecisionContext } from './judging/decision-context.js'
import type { Work } from './judging/judge-work.js'
import { progressStateOf } from './judging/progress-state-of.js'
import { worstPain } from './judging/rounds.js'
import { fittedSets, workingAfter, workingBefore } from './judging/working-sets.js'
import { type Judged, judgedBy } from './judging/yardstick.js'
import type { ExerciseStanding, TrainingDecision } from './training-state.js'

type Outcome = Pick<TrainingDecision, 'decision' | 'reason' | 'completion'> &
  Pick<ProgressState, 'working' | 'overStreak' | 'failStreak' | 'masteryCount' | 'mastered'>

/**
 * Decides what follows from one exercise of a completed session, and where the athlete stands after
 * it.
 */
export function decideExercise(
  ordinary: ExerciseStanding,
  context: DecisionContext,
): { decision: TrainingDecision; standing: ExerciseStanding } {
  const { session, exercise, facts, rules, override } = context
  const standing = standingWith(ordinary, exercise, rules)
  const before = workingBefore(standing, context)
  const judged = judgedBy(exercise, before, facts.metric, rules)
  const state = progressStateOf(standing, judged.work, context)
  const pain = worstPain(exercise.sets)
  const outcome = judge(state, judged, pain, context)
  const decided = workingAfter(before, outcome, rules)
  const after = override ? fittedSets(override, exercise.standard.sets, facts.metric, rules) : decided
  const decision: TrainingDecision = {
    sessionExerciseId: exercise.id,
    sessionId: session.id,
    exerciseId: facts.id,
    on: session.date,
    decision: outcome.decision,
    reason: outcome.reason,
    ruleId: `progression.${outcome.reason}`,
    rulesVersion: rules.version,
    inputs: inputsOf(state, judged.work, pain, rules),
    before,
    after,
    completion: outcome.completion,
    overridden: override !== null,
  }
  const reached = standingAfter(standing, outcome, after, session)
  return { decision, standing: mergedStanding(ordinary, reached, exercise, rules) }
}

/**
 * Judges a performance. It holds the target while an entry waits for review, in a week of deload,
 * after help from a band, because such a session tells nothing about the target, and when a miss of
 * the working sets still met the plan. Pain always decides.
 */
function judge(state: ProgressState, { work, planMetOnly }: Judged, pain: number, context: DecisionContext): Outcome {
  const { rules, inDeload, isHeld, painInCategory } = context
  const { worth: actual, counted, rpeLast } = work
  const decided = progress(state, { actual, counted, rpeLast, pain }, rules)
  const hold = (reason: DecisionReason): Outcome => ({
    ...state,
    decision: 'hold',
    reason,
    completion: decided.completion,
  })
  if (pain > rules.progression.pain.cautionAbove) return decided
  if (isHeld) return hold('held_for_review')
  if (inDeload) return hold('deload')
  if (work.assisted) return hold('assisted')
  if (planMetOnly) return hold('plan_met')
  return painInCategory && rises(decided) ? hold('category_pain') : decided
}

/** Tells whether a decision raises the working sets, or counts towards a mastery. */
function rises({ decision }: Outcome): boolean {
  return decision === 'progress' || decision === 'consolidate' || decision === 'mastered'
}

function inputsOf(
  { defaults, overStreak, failStreak, masteryCount }: ProgressState,
  { actual, counted, targets, rpeLast }: Work,
  pain: number,
  { judging }: TrainingRules,
): TrainingDecision['inputs'] {
  return {
    actual,
    rpeLast,
    pain,
    defaults,
    overStreak,
    failStreak,
    masteryCount,
    ...(judging.heldAgainst === 'plan' ? { targets } : {}),
    ...(judging.heldAgainst === 'plan' && !sameValue(actual, counted) ? { counted } : {}),
  }
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
    beyond: standing.beyond,
  }
}
