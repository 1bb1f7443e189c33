import type { TrainingRules } from '#domain/rules/training-rules.js'
import { median } from '#domain/values/statistics.js'
import type { Flag, FlagFacts } from './warning-flag.js'

/**
 * Flags push and pull sets that are out of proportion: a hint for programming, never an injury
 * prediction (Negrete 2013).
 */
export function pushPullFlag({ pushSets28Days, pullSets28Days }: FlagFacts, rules: TrainingRules): Flag | null {
  if (pushSets28Days === null || pullSets28Days === null) return null
  const { setsMin, ratioMax } = rules.flags.pushPull
  if (pushSets28Days + pullSets28Days < setsMin) return null
  const ratio = pushSets28Days / pullSets28Days
  return ratio > ratioMax || ratio < 1 / ratioMax ? { code: 'PUSH_PULL_BALANCE', severity: 'info' } : null
}

/**
 * Flags one side that is weaker by 15 % and by a clear amount, three times in the same direction
 * (Bishop 2018, 2020).
 */
export function asymmetryFlag({ leftRight, leftRightMetric }: FlagFacts, rules: TrainingRules): Flag | null {
  const { pairs, percentMin, repsMin, secondsMin } = rules.flags.asymmetry
  const last = leftRight?.slice(-pairs) ?? []
  if (last.length < pairs) return null
  const amountMin = leftRightMetric === 'reps' ? repsMin : secondsMin
  const directions = last.map(([left, right]) => {
    const difference = Math.abs(left - right)
    const isClear = difference >= amountMin && 100 * difference >= percentMin * Math.max(left, right)
    return isClear ? Math.sign(left - right) : 0
  })
  const isRepeated = directions.every((direction) => direction !== 0 && direction === directions[0])
  return isRepeated ? { code: 'ASYMMETRY', severity: 'amber' } : null
}

/** Flags a performance clearly below what was expected, twice in a row. */
export function performanceDropFlag({ performanceZ }: FlagFacts, rules: TrainingRules): Flag | null {
  const { residualMax, sessions } = rules.flags.performanceDrop
  const last = performanceZ?.slice(-sessions) ?? []
  const isDrop = last.length === sessions && last.every((residual) => residual <= residualMax)
  return isDrop ? { code: 'PERFORMANCE_DROP', severity: 'amber' } : null
}

/** Flags that the same work feels harder than in the three sessions before. */
export function rpeDriftFlag({ rpeSameWork }: FlagFacts, rules: TrainingRules): Flag | null {
  const { sessionsBefore, riseMin } = rules.flags.rpeDrift
  const [last, ...before] = rpeSameWork?.slice(-sessionsBefore - 1).toReversed() ?? []
  if (last === undefined || before.length < sessionsBefore) return null
  const usual = median(before) ?? last
  return last - usual >= riseMin ? { code: 'RPE_DRIFT', severity: 'amber' } : null
}
