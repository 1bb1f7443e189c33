import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { AbilityHistory, AbilityPoint } from '#domain/training/ability-history.js'
import type { GoalTerms } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { type BestSet, goalsLookSince } from './best-set.js'
import type { GoalPoint } from './goal-eta.js'

/** The facts from which the values on the way to a goal are read. */
export type GoalSituation = {
  /** The best sets of the last weeks (`goalsLookSince`), at least in the exercises of the goals. */
  readonly bestSets: readonly BestSet[]
  readonly state: Pick<TrainingState, 'weeks' | 'firstSessionOn'>
  readonly library: Library
  readonly abilities: AbilityHistory
  /** Day in the athlete's zone. */
  readonly today: string
}

/** Counts the whole days from 1970-01-01 to a date. */
export function dayNumber(date: string): number {
  return daysBetween('1970-01-01', date)
}

/**
 * Lists the values of the last 8 weeks on the way to a goal, one for each week: the best set
 * without assistance, the ability after the last session, or, for the weeks that are over, how many
 * sessions there were.
 */
export function goalPoints(goal: GoalTerms, situation: GoalSituation, rules: TrainingRules): GoalPoint[] {
  const from = goalsLookSince(situation.today, rules)
  switch (goal.kind) {
    case 'reps':
    case 'hold':
      return bestByWeek(goal.exerciseId, from, situation)
    case 'skill':
      return abilitiesOf(goal.exerciseId, from, situation).map(({ on, mean }) => ({ day: dayNumber(on), value: mean }))
    case 'consistency':
      return sessionsByWeek(addDays(from, -7), situation)
    default:
      return goal.kind satisfies never
  }
}

function bestByWeek(exerciseId: ExerciseId | null, from: string, { bestSets, today }: GoalSituation): GoalPoint[] {
  const looked = bestSets.filter((set) => set.exerciseId === exerciseId && set.date >= from && set.date <= today)
  const best = new Map<string, GoalPoint>()
  for (const { date, amount } of looked.toSorted((one, other) => compareCodePoints(one.date, other.date))) {
    const week = mondayOf(date)
    if (amount > (best.get(week)?.value ?? 0)) best.set(week, { day: dayNumber(date), value: amount })
  }
  return [...best.values()]
}

function abilitiesOf(
  exerciseId: ExerciseId | null,
  from: string,
  { library, abilities }: GoalSituation,
): AbilityPoint[] {
  const points = exerciseId === null ? undefined : abilities.get(exerciseIn(library, exerciseId).category)
  return points?.filter(({ on }) => on >= from) ?? []
}

/**
 * Counts sessions by week. Weeks before the first session are left out: they are not weeks without
 * training.
 */
function sessionsByWeek(from: string, { state: { weeks, firstSessionOn }, today }: GoalSituation): GoalPoint[] {
  const thisMonday = mondayOf(today)
  const firstMonday = mondayOf(firstSessionOn ?? today)
  const points: GoalPoint[] = []
  for (let monday = from; monday < thisMonday; monday = addDays(monday, 7)) {
    const value = weeks.get(monday)?.sessions ?? 0
    if (monday >= firstMonday) points.push({ day: dayNumber(addDays(monday, 6)), value })
  }
  return points
}
