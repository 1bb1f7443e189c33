import { explainDay, explainRecommended } from '#domain/coach/explain/explain-day.js'
import { forecastSentence } from '#domain/coach/explain/explain-week.js'
import { dateOf } from '#domain/coach/reading/day-number.js'
import type { Recommendation } from '#domain/coach/recommendation.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { Plan } from './make-plan.js'
import type { WorkoutPlan } from './plan.schema.js'
import { presentSlotWeek } from './present-advice.js'

type Asked = Pick<WorkoutPlan, 'minutes' | 'placeId'>

/** Presents weeks to come. */
export function presentPlan({ view, weeks }: Plan, { minutes, placeId }: Asked): WorkoutPlan {
  return {
    startsOn: dateOf(view.day),
    minutes,
    placeId,
    weeks: weeks.map(({ startsOn, deload, days, slots }) => ({
      startsOn: dateOf(startsOn),
      deload,
      days: days.map(presentDay),
      slots: slots.map(presentSlotWeek),
    })),
    note: forecastSentence,
    rulesVersion: view.rules.version,
  }
}

function presentDay({
  day,
  kind,
  rules,
  seconds,
  items,
}: Recommendation): WorkoutPlan['weeks'][number]['days'][number] {
  const [{ ruleId, explanation } = explainDay(rules[0])] = explainRecommended({ kind, rules })
  return {
    date: dateOf(day),
    kind,
    ruleId,
    explanation,
    totalMinutes: Math.ceil((seconds ?? 0) / 6) / 10,
    exercises: items.map(({ exercise, slot, sets, modifier }) => ({
      exercise: exerciseRefOf(exercise),
      slot,
      sets: setPrescriptions(sets, exercise.metric),
      modifier,
    })),
  }
}
