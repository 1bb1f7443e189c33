import type { LoggedExercise } from '../training-log.js'
import type { TrainingDecision } from '../training-state.js'
import { amountOf, hardest, roundsOf, worstPain } from './rounds.js'

/**
 * Returns the decision that stands at a further entry of an exercise: its sets were judged with those
 * of the first, where the decision stands.
 */
export function referringTo(decision: TrainingDecision, { id, sets }: LoggedExercise): TrainingDecision {
  const rounds = roundsOf(sets)
  const { after, inputs } = decision
  return {
    ...decision,
    sessionExerciseId: id,
    decision: 'hold',
    reason: 'judged_together',
    ruleId: 'progression.judged_together',
    inputs: {
      actual: rounds.map(amountOf),
      rpeLast: hardest(rounds.at(-1) ?? []),
      pain: worstPain(sets),
      defaults: inputs.defaults,
      overStreak: inputs.overStreak,
      failStreak: inputs.failStreak,
      masteryCount: inputs.masteryCount,
      judgedAt: decision.sessionExerciseId,
    },
    before: after,
    after,
    overridden: false,
  }
}
