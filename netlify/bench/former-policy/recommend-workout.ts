import type { TrainingRules } from '#domain/rules/training-rules.js'
import { blockedSites } from './blocked-sites.js'
import { fitMinutes } from './fit-minutes.js'
import { hardSets } from './hard-sets.js'
import { recommendCategory } from './recommend-category.js'
import { categoriesByNeed, categoryNeeds } from './selection/needs.js'
import { secondsOfSets } from './set-time.js'
import type { LeftOut, RecommendedExercise, RecommendedWorkout, WorkoutFacts, WorkoutRequest } from './workout.js'

/** The most exercises listed as left out: as many as a person would read. */
const leftOutMax = 20

/**
 * Recommends the workout of a day: by category, the most needed first, the exercises that fit the
 * athlete best, in turns, as many as fit into the time. The same facts, seed and request give the
 * same workout. Readiness on the day is not considered.
 */
export function recommendWorkout(
  request: WorkoutRequest,
  facts: WorkoutFacts,
  rules: TrainingRules,
): RecommendedWorkout {
  const { trainingLog, library, today } = facts
  const counts = hardSets(trainingLog, library, today, rules)
  const needs = categoryNeeds(counts, rules)
  const categories = categoriesByNeed(needs).filter((category) => request.categories.includes(category))
  const blocked = blockedSites(trainingLog, today, rules)
  const blockedTags = blocked.flatMap(({ tags }) => tags)
  const parts = categories.map((category) =>
    recommendCategory({ ...request, category, need: needs[category], blockedTags }, facts, rules),
  )
  const { taken, left } = fitMinutes(
    inTurns(parts.map(({ exercises }) => exercises)),
    request.minutes,
    (item, seconds) => shortened(item, seconds, rules),
  )
  const tooLong = left.map(({ exercise }): LeftOut => ({ slug: exercise.slug, bar: 'time' }))
  return {
    exercises: taken,
    needs: categories.map((category) => ({ category, need: needs[category], hardSets: counts[category] })),
    blocked,
    leftOut: [...tooLong, ...inTurns(parts.map(({ barred }) => barred))].slice(0, leftOutMax),
  }
}

/** Takes the first of each list, then the second of each, and so on. */
function inTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat()
}

/** Shortens an exercise to as many of its sets as the time allows; null when not even one fits. */
function shortened(item: RecommendedExercise, seconds: number, rules: TrainingRules): RecommendedExercise | null {
  for (let count = item.targets.length - 1; count >= 1; count -= 1) {
    const targets = item.targets.slice(0, count)
    const shorter = secondsOfSets(item.exercise, targets, item.pace, rules)
    if (shorter <= seconds) return { ...item, targets, seconds: shorter }
  }
  return null
}
