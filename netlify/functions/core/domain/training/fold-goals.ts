import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { everySetReached } from '#domain/effort/amounts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { GoalId } from '#domain/values/id.schema.js'
import type { CountedWork } from './fold-session.js'
import { workAgainst } from './judging/judge-work.js'
import { countedSets } from './judging/rounds.js'
import { isAssisted } from './performance.js'
import type { Directive, GoalTerms } from './training-log.js'
import type { GoalStanding, TrainedWeek } from './training-state.js'

/**
 * Sets, changes or drops a goal. Only other terms reopen a goal that was reached: a new deadline
 * does not.
 */
export function setGoal(
  goals: Map<GoalId, GoalStanding>,
  { goalId, goal, on, at, rulesVersion }: Extract<Directive, { kind: 'goal' }>,
): void {
  if (goal === null) {
    goals.delete(goalId)
    return
  }
  const before = goals.get(goalId)
  const {
    reachedOn,
    rulesVersion: judgedBy,
    setAt,
  } = before && asksTheSame(before, goal) ? before : { reachedOn: null, rulesVersion, setAt: at }
  goals.set(goalId, { ...goal, goalId, setOn: before?.setOn ?? on, setAt, rulesVersion: judgedBy, reachedOn })
}

function asksTheSame(one: GoalTerms, other: GoalTerms): boolean {
  return one.kind === other.kind && one.exerciseId === other.exerciseId && one.target === other.target
}

/** What was trained so far, by the Monday of its week. */
type Weeks = ReadonlyMap<string, Pick<TrainedWeek, 'sessions'>>

/** What counts of a session, its day, and when it was completed. */
export type SessionWork = { readonly date: string; readonly completedAt: string; readonly work: readonly CountedWork[] }

/**
 * Marks the goals that a session reaches, each by the rules under which it was set. A session whose day
 * lies ahead may have been completed before the goal was set.
 */
export function reachGoals(
  goals: Map<GoalId, GoalStanding>,
  session: SessionWork,
  weeks: Weeks,
  ruleBook: RuleBook,
): void {
  for (const goal of goals.values()) {
    if (
      goal.reachedOn === null &&
      session.date >= goal.setOn &&
      session.completedAt >= goal.setAt &&
      isReached(goal, session, weeks, ruleBook.version(goal.rulesVersion))
    ) {
      goals.set(goal.goalId, { ...goal, reachedOn: session.date })
    }
  }
}

function isReached(goal: GoalStanding, session: SessionWork, weeks: Weeks, rules: TrainingRules): boolean {
  const { target } = goal
  const performed = session.work.filter(({ exercise: { exerciseId } }) => exerciseId === goal.exerciseId)
  switch (goal.kind) {
    case 'reps':
    case 'hold':
      return performed.some(({ exercise, rules: judgedBy }) =>
        countedSets(exercise.sets, judgedBy).some((set) => !isAssisted(set) && isEnough(set.amount, target)),
      )
    case 'skill':
      return performed.some(({ exercise, metric, rules: judgedBy }) => {
        const { worth, assisted } = workAgainst(exercise.standard.sets, exercise, metric, judgedBy)
        return !assisted && everySetReached(worth, exercise.standard.sets)
      })
    case 'consistency':
      return isConsistent(goal, session.date, weeks, rules.goal.consistencyWeeks)
    default:
      return goal.kind satisfies never
  }
}

/**
 * Tells whether each of the last weeks, all since the goal was set, had as many sessions as it asks
 * for.
 */
function isConsistent({ target, setOn }: GoalStanding, today: string, weeks: Weeks, consistencyWeeks: number): boolean {
  const thisMonday = mondayOf(today)
  return Array.from({ length: consistencyWeeks }, (_, back) => addDays(thisMonday, -7 * back)).every((monday) => {
    return monday >= mondayOf(setOn) && isEnough(weeks.get(monday)?.sessions ?? 0, target)
  })
}

/** Tells whether an amount reaches a target; only a skill has none, and amounts never reach it. */
function isEnough(amount: number, target: number | null): boolean {
  return target !== null && amount >= target
}
