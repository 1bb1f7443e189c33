import type { DeloadTrigger } from '#domain/event/vocabulary.js'
import type { DeloadDays } from '#domain/progression/deload-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { oneDecimal } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'
import type { DeloadFacts } from './deload.js'

/** A reason for which a deload is due. */
export type ExplainedTrigger = Reason & { readonly trigger: DeloadTrigger }

/** Explains a trigger: what it looked at, the numbers of its rule, and a sentence. */
export function explainTrigger(trigger: DeloadTrigger, facts: DeloadFacts, rules: TrainingRules): ExplainedTrigger {
  return { trigger, ruleId: `deload.${trigger}`, ...reasons[trigger](facts, rules) }
}

const reasons: Readonly<Record<DeloadTrigger, (facts: DeloadFacts, rules: TrainingRules) => Omit<Reason, 'ruleId'>>> = {
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
      explanation: `Your sets were at RPE ${oneDecimal(before)} and ${oneDecimal(last)} on average in the last two weeks.`,
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

type Advice = {
  readonly declinedUntil: string | null
  readonly current: DeloadDays | null
  readonly next: DeloadDays | null
  readonly triggers: readonly Reason[]
}

/** Says in a sentence whether an easier week is running, comes, is due or was declined. */
export function explainAdvice({ current, next, triggers, declinedUntil }: Advice): string {
  if (current) return `Your easier week runs until ${current.endsOn}.`
  if (next) return `Your next easier week begins on ${next.startsOn}.`
  if (triggers.length === 0) return 'No easier week is due.'
  const state = declinedUntil === null ? 'is due' : `would be due, and you declined it until ${declinedUntil}`
  return [`An easier week ${state}.`, ...triggers.map(({ explanation }) => explanation)].join(' ')
}
