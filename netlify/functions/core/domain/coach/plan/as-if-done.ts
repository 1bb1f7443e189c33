import type { CoachAthlete, CoachStanding, Day } from '../coach-athlete.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { standingOf } from '../estimate.js'
import type { Recommendation, RecommendedItem } from '../recommendation.js'

/**
 * Returns the athlete after a recommended session, as if everything was done: the day is trained,
 * its sets were hard, and its exercises are those of their slots. What is estimated stays.
 */
export function asIfDone({ items, day }: Recommendation, view: CoachView): CoachAthlete {
  const { athlete } = view
  if (items.length === 0) return athlete
  const standings = items.map(({ exercise }) => [exercise.id, trainedOn(day, exercise, view)] as const)
  return {
    ...athlete,
    trained: [...athlete.trained, day],
    hardSets: [...athlete.hardSets, ...items.map((item) => hardSetsOf(item, day))],
    anchors: new Map([...athlete.anchors, ...items.map(({ key, exercise }) => [key, exercise.id] as const)]),
    exercises: new Map([...athlete.exercises, ...standings]),
  }
}

function trainedOn(day: Day, exercise: CoachExercise, view: CoachView): CoachStanding {
  return { ...standingOf(exercise, view), lastOn: day }
}

function hardSetsOf({ key, sets }: RecommendedItem, day: Day): CoachAthlete['hardSets'][number] {
  return { day, key, sets: sets.length }
}
