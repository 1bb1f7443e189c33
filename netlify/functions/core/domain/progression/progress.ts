import type { TrainingRules } from '#domain/rules/training-rules.js'
import { judgeSession, type SessionFacts } from './judge-session.js'
import { raiseEverySet, raiseSmallestSet } from './next-sets.js'
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
  { rpeLast }: ProgressSession,
  facts: SessionFacts,
  rules: TrainingRules,
): ProgressDecision {
  const counters = { failStreak: 0, overStreak: facts.over ? state.overStreak + 1 : 0 }
  if (rpeLast !== null && rpeLast > rules.progression.hit.atLimitAbove) {
    return decide(state, facts, { decision: 'hold', reason: 'at_limit' }, { ...counters, masteryCount: 0 })
  }
  if (state.working.every((amount, index) => amount === state.defaults[index])) {
    return decideMastery(state, facts, counters, rules)
  }
  if (counters.overStreak >= rules.progression.over.streak) {
    const working = raiseEverySet(state, rules.progression.over.steps, rules)
    const reset = { failStreak: 0, overStreak: 0, masteryCount: 0, working }
    return decide(state, facts, { decision: 'progress', reason: 'two_for_two' }, reset)
  }
  const working = nextSets(state, rpeLast, rules)
  return decide(state, facts, { decision: 'progress', reason: 'target_met' }, { ...counters, masteryCount: 0, working })
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
