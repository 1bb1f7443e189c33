import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { mean } from '#domain/values/statistics.js'
import type { DailyCheckIn } from './check-in.schema.js'
import { readinessScores } from './daily-readiness.js'
import type { DeloadFacts } from './deload.js'

/** What is known of an athlete when the rules are asked whether a deload is due. */
export type DeloadSituation = {
  readonly state: TrainingState
  readonly loads: readonly SessionLoads[]
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
    regressions7Days: state.decisions.filter(
      ({ decision, on }) => decision === 'regress' && on >= earliest && on <= today,
    ).length,
    weeklyRpe: Array.from({ length: highRpe.weeks }, (_, index) =>
      rpeOfWeek(loads, addDays(today, -7 * (highRpe.weeks - 1 - index))),
    ),
    readiness: readinessScores(upToNow, lowReadiness.checkIns, rules),
    weeksSinceDeload: weeksTrained(loads, lastDeloadEnd(state, today), today),
    sets: [],
  }
}

/** Returns the mean RPE of the rated sets in the seven days up to one; null when none is rated. */
function rpeOfWeek(loads: readonly SessionLoads[], lastDay: string): number | null {
  const firstDay = addDays(lastDay, -6)
  return mean(loads.filter(({ date }) => date >= firstDay && date <= lastDay).flatMap(({ rpes }) => rpes))
}

function lastDeloadEnd({ deloads }: TrainingState, today: string): string | null {
  const ends = deloads.filter(({ startsOn }) => startsOn <= today).map(({ endsOn }) => endsOn)
  return ends.toSorted().at(-1) ?? null
}

/** Counts the calendar weeks that are over and had a session after the last deload. */
function weeksTrained(loads: readonly SessionLoads[], after: string | null, today: string): number {
  const thisMonday = mondayOf(today)
  const days = loads.map(({ date }) => date).filter((date) => (after === null || date > after) && date < thisMonday)
  return new Set(days.map(mondayOf)).size
}
