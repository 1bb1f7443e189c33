import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { CoachExercise } from './coach-exercise.js'

type Placed = Pick<CoachExercise, 'difficulty' | 'slug'>

/** Orders exercises from the easiest; of two equally hard ones the slug decides. */
export function inOrderOfDifficulty(a: Placed, b: Placed): number {
  return a.difficulty - b.difficulty || compareCodePoints(a.slug, b.slug)
}

/** Returns the easiest; undefined when there is none. */
export function easiestOf<Exercise extends Placed>(exercises: readonly Exercise[]): Exercise | undefined {
  return exercises.toSorted(inOrderOfDifficulty)[0]
}

/** Returns the hardest, of equally hard ones the first by slug; undefined when there is none. */
export function hardestOf<Exercise extends Placed>(exercises: readonly Exercise[]): Exercise | undefined {
  return exercises.toSorted((a, b) => b.difficulty - a.difficulty || compareCodePoints(a.slug, b.slug))[0]
}

/** Tells whether one exercise is at most so many levels easier than another; it may be harder. */
export function isWithin(levels: number, easier: Placed, harder: Placed, rules: TrainingRules): boolean {
  return harder.difficulty - easier.difficulty <= levels + rules.coach.rung.levelTolerance
}

/** Tells whether one exercise is at least so many levels easier than another. */
export function isBelowBy(levels: number, easier: Placed, harder: Placed, rules: TrainingRules): boolean {
  return harder.difficulty - easier.difficulty >= levels - rules.coach.rung.levelTolerance
}
