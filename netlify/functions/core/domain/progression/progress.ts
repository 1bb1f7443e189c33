import type { TrainingRules } from '#domain/rules/training-rules.js'
import { effortOf, judgeSession, type SessionFacts } from './judge-session.js'
import { canRise, raiseEverySet, raiseSmallestSet } from './next-sets.js'
import type { ProgressDecision, ProgressOutcome, ProgressSession, ProgressState } from './progress-state.js'
import { atStart, reducedSets, startSets } from './start-value.js'

/**
 * Decides what follows from a session of one exercise, in this order: pain, misses, then the target
 * met.
 *
 * The shape is double progression with NSCA 2-for-2 and reps in reserve; three misses, the tenth
 * taken back and the four tenths taken back for pain are product defaults. Pain of 4 or more never
 * progresses. A mastery is not revoked here.
 */
export function progress(state: ProgressState, session: ProgressSession, rules: TrainingRules): ProgressDecision {
  const facts = judgeSession(state, session, rules)
  const { stopAbove, cautionAbove } = rules.progression.pain
  if (session.pain > stopAbove) return stopForPain(state, facts, rules)
  if (session.pain > cautionAbove) {
    return decide(state, facts, { decision: 'hold', reason: 'pain_caution' }, { overStreak: 0 })
  }
  return facts.hit ? afterHit(state, session, facts, rules) : afterMiss(state, facts, rules)
}

type Changes = Partial<Pick<ProgressDecision, 'working' | 'overStreak' | 'failStreak' | 'masteryCount' | 'mastered'>>

function decide(
  { working, overStreak, failStreak, masteryCount, mastered }: ProgressState,
  { completion }: SessionFacts,
  outcome: ProgressOutcome,
  changes: Changes,
): ProgressDecision {
  return { ...outcome, working, overStreak, failStreak, masteryCount, mastered, completion, ...changes }
}

function stopForPain(state: ProgressState, facts: SessionFacts, rules: TrainingRules): ProgressDecision {
  const starts = startSets(state.metric, state.defaults, rules)
  const counters = { overStreak: 0, failStreak: 0, masteryCount: 0 }
  if (atStart(state.working, starts)) {
    return decide(state, facts, { decision: 'swap_down', reason: 'pain_stop' }, counters)
  }
  const working = reducedSets(state.working, starts, rules.progression.pain.regressTenths)
  return decide(state, facts, { decision: 'regress', reason: 'pain_stop' }, { ...counters, working })
}

function afterMiss(state: ProgressState, facts: SessionFacts, rules: TrainingRules): ProgressDecision {
  const { severeBelow, severeWeight, ordinaryWeight, regressAt, regressTenths } = rules.progression.miss
  const failStreak = state.failStreak + (facts.completion < severeBelow ? severeWeight : ordinaryWeight)
  const counters = { overStreak: 0, masteryCount: 0 }
  if (failStreak < regressAt) {
    return decide(state, facts, { decision: 'hold', reason: 'missed' }, { ...counters, failStreak })
  }
  const cleared = { ...counters, failStreak: 0 }
  const starts = startSets(state.metric, state.defaults, rules)
  if (atStart(state.working, starts)) {
    return decide(state, facts, { decision: 'swap_down', reason: 'floor_reached' }, cleared)
  }
  const working = reducedSets(state.working, starts, regressTenths)
  return decide(state, facts, { decision: 'regress', reason: 'repeated_miss' }, { ...cleared, working })
}

function afterHit(
  state: ProgressState,
  session: ProgressSession,
  facts: SessionFacts,
  rules: TrainingRules,
): ProgressDecision {
  const counters = { failStreak: 0, overStreak: facts.over ? state.overStreak + 1 : 0 }
  const effort = effortOf(state, session, rules)
  if (effort !== null && effort > rules.progression.hit.atLimitAbove) return afterLimit(state, facts, counters, rules)
  if (meetsStandard(state)) return afterStandard(state, facts, { counters, effort }, rules)
  return raise(state, facts, { counters, effort }, rules)
}

type Counters = { readonly failStreak: number; readonly overStreak: number }
type Met = { readonly counters: Counters; readonly effort: number | null }

/** Tells whether the working sets are at their defaults, or somebody asked for more. */
function meetsStandard({ working, defaults, masters = true }: ProgressState): boolean {
  return masters && working.every((amount, index) => amount >= (defaults[index] ?? amount))
}

/** A target met with nothing in reserve: below the standard one set may go further, so that it ends. */
function afterLimit(
  state: ProgressState,
  facts: SessionFacts,
  counters: Counters,
  rules: TrainingRules,
): ProgressDecision {
  const changes = { ...counters, masteryCount: 0 }
  if (rules.judging.metAtLimit === 'stays' || meetsStandard(state) || !canRise(state)) {
    return decide(state, facts, { decision: 'hold', reason: 'at_limit' }, changes)
  }
  const working = raiseSmallestSet(state, rules)
  return decide(state, facts, { decision: 'progress', reason: 'met_at_limit' }, { ...changes, working })
}

function afterStandard(state: ProgressState, facts: SessionFacts, met: Met, rules: TrainingRules): ProgressDecision {
  if (!state.mastered || rules.judging.mastery.decided === 'each-time') {
    return decideMastery(state, facts, met.counters, rules)
  }
  if (canRise(state)) return raise(state, facts, met, rules)
  return decide(state, facts, { decision: 'consolidate', reason: 'mastered_already' }, met.counters)
}

function raise(
  state: ProgressState,
  facts: SessionFacts,
  { counters, effort }: Met,
  rules: TrainingRules,
): ProgressDecision {
  const masteryCount = state.mastered && rules.judging.mastery.decided === 'once' ? state.masteryCount : 0
  if (!canRise(state)) {
    return decide(state, facts, { decision: 'consolidate', reason: 'ceiling_met' }, { ...counters, masteryCount })
  }
  if (counters.overStreak >= rules.progression.over.streak) {
    const working = raiseEverySet(state, rules.progression.over.steps, rules)
    const reset = { failStreak: 0, overStreak: 0, masteryCount, working }
    return decide(state, facts, { decision: 'progress', reason: 'two_for_two' }, reset)
  }
  const working = nextSets(state, effort, rules)
  return decide(state, facts, { decision: 'progress', reason: 'target_met' }, { ...counters, masteryCount, working })
}

function decideMastery(
  state: ProgressState,
  facts: SessionFacts,
  counters: Changes,
  rules: TrainingRules,
): ProgressDecision {
  const masteryCount = state.masteryCount + 1
  if (masteryCount < rules.progression.hit.masteryAt) {
    return decide(state, facts, { decision: 'consolidate', reason: 'default_met_once' }, { ...counters, masteryCount })
  }
  const mastery = { ...counters, masteryCount, mastered: true }
  return decide(state, facts, { decision: 'mastered', reason: 'default_met_twice' }, mastery)
}

/** Raises the working sets: the easier the last set, the larger the step. */
function nextSets(state: ProgressState, rpeLast: number | null, rules: TrainingRules): number[] {
  const { twoStepsRpeMax, oneStepRpeMax } = rules.progression.hit
  if (rpeLast === null) return raiseEverySet(state, 1, rules)
  if (rpeLast <= twoStepsRpeMax) return raiseEverySet(state, 2, rules)
  return rpeLast <= oneStepRpeMax ? raiseEverySet(state, 1, rules) : raiseSmallestSet(state, rules)
}
