import type { DeloadTrigger } from '#domain/event/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { DeloadFacts } from './deload.js'

/** Why a deload is due, so that a program can follow it and a person read it. */
export type ExplainedTrigger = {
  readonly trigger: DeloadTrigger
  readonly ruleId: string
  readonly inputs: Readonly<Record<string, number | null>>
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}

type Reason = Pick<ExplainedTrigger, 'inputs' | 'thresholds' | 'explanation'>

/** What a trigger looked at, the numbers of its rule, and a sentence. */
export function explainTrigger(trigger: DeloadTrigger, facts: DeloadFacts, rules: TrainingRules): ExplainedTrigger {
  return { trigger, ruleId: `deload.${trigger}`, ...reasons[trigger](facts, rules) }
}

const reasons: Readonly<Record<DeloadTrigger, (facts: DeloadFacts, rules: TrainingRules) => Reason>> = {
  regressions: ({ regressions7Days }, { deload: { regressionsMin, regressionDays } }) => ({
    inputs: { regressions7Days },
    thresholds: { regressionsMin, regressionDays },
    explanation: `Working sets went back ${regressions7Days} times in ${regressionDays} days.`,
  }),
  high_rpe: ({ weeklyRpe }, { deload: { highRpe } }) => {
    const [before = null, last = null] = weeklyRpe.slice(-2)
    return {
      inputs: { weekBeforeRpe: before, lastWeekRpe: last },
      thresholds: { weeklyMeanMin: highRpe.weeklyMeanMin, weeks: highRpe.weeks },
      explanation: `Your sets were at RPE ${rounded(before)} and ${rounded(last)} on average in the last two weeks.`,
    }
  },
  low_readiness: ({ readiness }, { deload: { lowReadiness } }) => {
    const [first = null, second = null, third = null] = readiness.slice(-3)
    return {
      inputs: { first, second, third },
      thresholds: { below: lowReadiness.below, checkIns: lowReadiness.checkIns },
      explanation: `Your last check-ins came to ${first}, ${second} and ${third}, all below ${lowReadiness.below}.`,
    }
  },
  scheduled: ({ weeksSinceDeload }, { deload: { weeksBetweenMax } }) => ({
    inputs: { weeksSinceDeload },
    thresholds: { weeksBetweenMax },
    explanation: `You have trained for ${weeksSinceDeload} weeks without an easier one.`,
  }),
}

function rounded(rpe: number | null): string {
  return rpe === null ? 'unknown' : String(Math.round(rpe * 10) / 10)
}
