import { addDays } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Reason } from '#domain/values/reason.js'
import type { Goal } from './goal.js'
import type { GoalForecast } from './goal-forecast.js'

type ExplainedGoal = Pick<Goal, 'kind' | 'reachedOn' | 'deadline'>

/** Explains a forecast: what it looked at, the numbers of its rule, and a sentence. */
export function explainForecast(
  goal: ExplainedGoal,
  forecast: GoalForecast,
  today: string,
  rules: TrainingRules,
): Reason {
  const { pointsMin, spanDaysMin, horizonDays, weeks } = rules.goal
  const { eta, points, best, aim } = forecast
  return {
    ruleId: `goal.${eta.status}`,
    inputs: { points, best, aim },
    thresholds: { pointsMin, spanDaysMin, horizonDays, weeks },
    explanation: sentence(goal, forecast, today, rules),
  }
}

function sentence(goal: ExplainedGoal, { eta, points }: GoalForecast, today: string, rules: TrainingRules): string {
  switch (eta.status) {
    case 'achieved':
      return achieved(goal, rules)
    case 'insufficient_data': {
      const { pointsMin, spanDaysMin } = rules.goal
      return `A forecast needs values of ${pointsMin} weeks over ${spanDaysMin} days; so far there are ${points}.`
    }
    case 'not_improving':
      return 'The last weeks do not lead towards it: change something, or give it time.'
    case 'beyond_horizon':
      return `At the pace of the last weeks it would take more than ${rules.goal.horizonDays} days.`
    case 'projected': {
      const on = addDays(today, eta.etaDays)
      return `At the pace of the last weeks you will be there on ${on}${against(goal.deadline, on)}.`
    }
    default:
      return eta satisfies never
  }
}

/**
 * Says why a goal counts as achieved. Only the log says that it is reached; the values of the last
 * weeks may suffice before that.
 */
function achieved({ kind, reachedOn }: ExplainedGoal, { goal }: TrainingRules): string {
  if (reachedOn !== null) return `Reached on ${reachedOn}.`
  switch (kind) {
    case 'consistency':
      return `You have trained that often in a week: ${goal.consistencyWeeks} such weeks in a row since the goal was set reach it.`
    case 'skill':
      return 'Your ability is there: show it in every set of the standard.'
    default:
      return `You have done that in the last ${goal.weeks} weeks: do it again and the goal is reached.`
  }
}

function against(deadline: string | null, on: string): string {
  if (deadline === null) return ''
  return on <= deadline ? `, in time for ${deadline}` : `, after your deadline of ${deadline}`
}
