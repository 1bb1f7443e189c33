import type { ReturnFromBreak } from '#domain/recovery/return-from-break.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { percent } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'

/** Explains why targets are lower after a break. */
export function explainLayoff(gapDays: number, factor: number): Reason {
  return {
    ruleId: 'recovery.layoff',
    inputs: { gapDays },
    thresholds: { factor },
    explanation: `After ${gapDays} days without this category the targets are ${percent(factor)} of what they were.`,
  }
}

/** Explains why there are fewer sets on the way back from a break. */
export function explainTransition({ gapDays, week, setMultiplier }: ReturnFromBreak): Reason {
  return {
    ruleId: 'recovery.transition',
    inputs: { gapDays, week },
    thresholds: { setMultiplier },
    explanation: `Week ${week} after a break of ${gapDays} days: ${percent(setMultiplier)} of the sets.`,
  }
}

/** Explains why there are fewer sets in a week of deload. */
export function explainDeload({ deload: { setsDivisor, rpeCap } }: TrainingRules): Reason {
  return {
    ruleId: 'recovery.deload',
    inputs: {},
    thresholds: { setsDivisor, rpeCap },
    explanation: `This is a week of deload: half the sets, and no set above RPE ${rpeCap}.`,
  }
}
