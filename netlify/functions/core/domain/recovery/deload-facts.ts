import { addDays } from '#domain/calendar/days-between.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { mean } from '#domain/values/statistics.js'
import type { DailyCheckIn } from './check-in.schema.js'
import { readinessScores } from './daily-readiness.js'
import type { DeloadFacts } from './deload.js'
import { lastDeloadEnd, weeksSinceDeload } from './weeks-since-deload.js'

/** What a session says about whether an easier week is due. */
export type DeloadSession = Pick<SessionLoads, 'date' | 'rpes'>

/** What is known of an athlete when the rules are asked whether a deload is due. */
export type DeloadSituation = {
  readonly state: TrainingState
  readonly loads: readonly DeloadSession[]
  readonly checkIns: readonly DailyCheckIn[]
  /** Day in the athlete's zone. */
  readonly today: string
}

/**
 * Gathers the facts that decide on a deload. The sets stay empty: they matter only for lightening a
 * plan.
 */
export function deloadFacts({ state, loads, checkIns, today }: DeloadSituation, rules: TrainingRules): DeloadFacts {
  const { regressionDays, highRpe, lowReadiness } = rules.deload
  const earliest = addDays(today, 1 - regressionDays)
  const upToNow = checkIns.filter(({ date }) => date <= today)
  return {
    regressions7Days: state.regressedOn.filter((on) => on >= earliest && on <= today).length,
    weeklyRpe: Array.from({ length: highRpe.weeks }, (_, index) =>
      rpeOfWeek(loads, addDays(today, -7 * (highRpe.weeks - 1 - index))),
    ),
    readiness: readinessScores(upToNow, lowReadiness.checkIns, rules),
    weeksSinceDeload: weeksSinceDeload(state.weeks, lastDeloadEnd(state.deloads, today), today, rules),
    sets: [],
  }
}

/** Returns the mean RPE of the rated sets in the seven days up to one; null when none is rated. */
function rpeOfWeek(loads: readonly DeloadSession[], lastDay: string): number | null {
  const firstDay = addDays(lastDay, -6)
  return mean(loads.filter(({ date }) => date >= firstDay && date <= lastDay).flatMap(({ rpes }) => rpes))
}
