import { addDays } from '#domain/calendar/days-between.js'
import type { BestSet } from '#domain/goal/best-set.js'
import { explainForecast } from '#domain/goal/explain-forecast.js'
import type { Goal } from '#domain/goal/goal.js'
import type { GoalEta } from '#domain/goal/goal-eta.js'
import { forecastGoal } from '#domain/goal/goal-forecast.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mapInSteps } from '#domain/values/steps.js'
import type { Context } from '#orchestration/context.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { Training } from '#orchestration/training/read-training.js'
import { type GoalEtaResource, type GoalResource, pessimisticDaysMax } from './goal-resource.schema.js'

type Presenting = Pick<Context, 'ruleBook' | 'work'>

/** An athlete's training, and their best sets of the last weeks, from which goals are forecast. */
export type GoalTraining = Training & { readonly bestSets: readonly BestSet[] }

/** Presents a goal with its forecast from the given training. */
export async function presentGoal(context: Presenting, goal: Goal, training: GoalTraining): Promise<GoalResource> {
  return presenterOf(context, training)(goal)
}

/** Presents many goals: what they share is computed once. */
export async function presentGoals(
  context: Presenting,
  goals: readonly Goal[],
  training: GoalTraining,
): Promise<GoalResource[]> {
  return context.work(mapInSteps(goals, presenterOf(context, training)))
}

function presenterOf(
  { ruleBook }: Presenting,
  { athlete: { today }, bestSets, library, state, notes: { abilities } }: GoalTraining,
): (goal: Goal) => GoalResource {
  const situation = { today, bestSets, library, state, abilities }
  return (goal) => {
    const { exerciseId, ...rest } = goal
    return {
      ...rest,
      exercise: exerciseId === null ? null : exerciseRefOf(exerciseIn(library, exerciseId)),
      eta: goal.status === 'dropped' ? null : presentEta(goal, situation, ruleBook.inForce),
    }
  }
}

function presentEta(goal: Goal, situation: Parameters<typeof forecastGoal>[1], rules: TrainingRules): GoalEtaResource {
  const forecast = forecastGoal(goal, situation, rules)
  const { today } = situation
  return {
    ...nothingProjected,
    ...projected(forecast.eta, today),
    status: forecast.eta.status,
    pAtLeast: forecast.pAtLeast,
    ...explainForecast(goal, forecast, today, rules),
    rulesVersion: rules.version,
  }
}

const nothingProjected = {
  etaDays: null,
  etaDate: null,
  optimisticDays: null,
  optimisticDate: null,
  pessimisticDays: null,
  pessimisticDate: null,
  onTrack: null,
  slopePerDay: null,
  current: null,
}

function projected(eta: GoalEta, today: string): Partial<GoalEtaResource> {
  if (!('slope' in eta)) return {}
  const line = { slopePerDay: eta.slope, current: eta.current, onTrack: eta.onTrack }
  if (eta.status !== 'projected') return line
  const { etaDays, optimisticDays } = eta
  const slowest = eta.pessimisticDays !== null && eta.pessimisticDays <= pessimisticDaysMax ? eta.pessimisticDays : null
  return {
    ...line,
    etaDays,
    etaDate: addDays(today, etaDays),
    optimisticDays,
    optimisticDate: addDays(today, optimisticDays),
    pessimisticDays: slowest,
    pessimisticDate: slowest === null ? null : addDays(today, slowest),
  }
}
