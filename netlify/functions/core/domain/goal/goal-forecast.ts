import { probabilityAtLeast } from '#domain/ability/ability.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Goal } from './goal.js'
import { type GoalEta, goalEta } from './goal-eta.js'
import { dayNumber, type GoalSituation, goalPoints } from './goal-points.js'

/** When a goal will be reached, and what the forecast rests on. */
export type GoalForecast = {
  readonly eta: GoalEta
  /** How many weeks have a value. */
  readonly points: number
  /** The best of these values; null when there are none. */
  readonly best: number | null
  /** What the values should come to: the target, or a skill's difficulty. */
  readonly aim: number
  /** Chance, 0-1, that the athlete has the skill already; null for other goals. */
  readonly pAtLeast: number | null
}

/**
 * Forecasts an open or reached goal from the log; a reached goal is achieved, whatever the last
 * weeks say.
 */
export function forecastGoal(
  goal: Pick<Goal, 'kind' | 'exerciseId' | 'target' | 'deadline' | 'status'>,
  situation: GoalSituation & { readonly state: TrainingState },
  rules: TrainingRules,
): GoalForecast {
  const { library, state, today } = situation
  const points = goalPoints(goal, situation, rules)
  const skill = goal.kind === 'skill' && goal.exerciseId !== null ? exerciseIn(library, goal.exerciseId) : null
  const aim = skill?.difficulty ?? goal.target ?? 0
  const ability = skill && abilityOn(state.categories.get(skill.category), today, rules)
  const deadline = goal.deadline === null ? null : dayNumber(goal.deadline)
  const reached = goal.status === 'reached'
  return {
    eta: reached ? { status: 'achieved' } : goalEta({ points, target: aim, today: dayNumber(today), deadline }, rules),
    points: points.length,
    best: points.length === 0 ? null : Math.max(...points.map(({ value }) => value)),
    aim,
    pAtLeast: skill && ability ? probabilityAtLeast(ability, skill.difficulty, rules) : null,
  }
}
