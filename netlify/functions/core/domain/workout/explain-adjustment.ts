import type { ReturnFromBreak } from '#domain/recovery/return-from-break.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { percent } from '#domain/values/percent.js'

/** Why planned sets differ from the working sets. */
export type Adjustment = {
  readonly ruleId: 'recovery.layoff' | 'recovery.transition' | 'recovery.deload'
  readonly inputs: Readonly<Record<string, number>>
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}

export function explainLayoff(gapDays: number, factor: number): Adjustment {
  return {
    ruleId: 'recovery.layoff',
    inputs: { gapDays },
    thresholds: { factor },
    explanation: `After ${gapDays} days without this category the targets are ${percent(factor)} of what they were.`,
  }
}

export function explainTransition({ gapDays, week, setMultiplier }: ReturnFromBreak): Adjustment {
  return {
    ruleId: 'recovery.transition',
    inputs: { gapDays, week },
    thresholds: { setMultiplier },
    explanation: `Week ${week} after a break of ${gapDays} days: ${percent(setMultiplier)} of the sets.`,
  }
}

export function explainDeload({ deload: { setsDivisor, rpeCap } }: TrainingRules): Adjustment {
  return {
    ruleId: 'recovery.deload',
    inputs: {},
    thresholds: { setsDivisor, rpeCap },
    explanation: `This is a week of deload: half the sets, and no set above RPE ${rpeCap}.`,
  }
}
