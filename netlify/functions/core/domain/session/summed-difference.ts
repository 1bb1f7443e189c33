import { countSets, setsAgainstPlan, timesDone } from '#domain/effort/set-counts.js'
import type { Category } from '#domain/library/vocabulary.js'
import { sameValue } from '#domain/values/same-value.js'
import type { Session, SessionExercise } from './session.js'

type Sums = {
  readonly completedExercises: number
  readonly completedSets: number
  readonly extraSets: number
  readonly reps: number
  readonly holdSeconds: number
}

/** What is added to the sums of a day; what is taken away is negative. */
export type SummedDifference = Sums & {
  readonly categories: readonly { readonly category: Category; readonly completed: number; readonly extra: number }[]
}

/**
 * Returns by how much a change of what was done in an open session changes the sums of its day; null where
 * the day has to be added up anew: its sessions, plans or efforts may change too.
 */
export function summedDifference(before: Session, after: Session): SummedDifference | null {
  if (!(isOpen(before) && isOpen(after)) || before.date !== after.date) return null
  if (!sameValue(before.exercises.map(plannedOf), after.exercises.map(plannedOf))) return null
  const changed = after.exercises.map((item, place) => ({
    category: item.exercise.category,
    ...minus(sumsOf(item), sumsOf(before.exercises[place] ?? item)),
  }))
  return { ...changed.reduce<Sums>(plus, nothing), categories: categoriesOf(changed) }
}

/** Tells whether a difference changes no sum. */
export function isNothing({ categories, ...sums }: SummedDifference): boolean {
  return categories.length === 0 && sameValue(sums, nothing)
}

const nothing: Sums = { completedExercises: 0, completedSets: 0, extraSets: 0, reps: 0, holdSeconds: 0 }

function isOpen({ status }: Session): boolean {
  return status === 'planned' || status === 'in_progress'
}

function plannedOf({ exercise, planned }: SessionExercise) {
  return { category: exercise.category, sets: planned.sets.length }
}

/** Adds an exercise up as `refreshDailySummaries` does. */
function sumsOf({ exercise, planned, completed, sets }: SessionExercise): Sums {
  const { completedSets, extraSets } = setsAgainstPlan(planned.sets.length, countSets(sets))
  const total = (amount: 'reps' | 'duration') =>
    sets.reduce((sum, set) => sum + (set[amount] ?? 0) * timesDone(set, exercise.unilateral), 0)
  return {
    completedExercises: completed ? 1 : 0,
    completedSets,
    extraSets,
    reps: total('reps'),
    holdSeconds: total('duration'),
  }
}

function categoriesOf(changed: readonly (Sums & { category: Category })[]): SummedDifference['categories'] {
  return [...new Set(changed.map(({ category }) => category))]
    .map((category) => {
      const { completedSets, extraSets } = changed
        .filter((one) => one.category === category)
        .reduce<Sums>(plus, nothing)
      return { category, completed: completedSets, extra: extraSets }
    })
    .filter(({ completed, extra }) => completed !== 0 || extra !== 0)
}

function plus(one: Sums, other: Sums): Sums {
  return {
    completedExercises: one.completedExercises + other.completedExercises,
    completedSets: one.completedSets + other.completedSets,
    extraSets: one.extraSets + other.extraSets,
    reps: one.reps + other.reps,
    holdSeconds: one.holdSeconds + other.holdSeconds,
  }
}

function minus(one: Sums, other: Sums): Sums {
  return {
    completedExercises: one.completedExercises - other.completedExercises,
    completedSets: one.completedSets - other.completedSets,
    extraSets: one.extraSets - other.extraSets,
    reps: one.reps - other.reps,
    holdSeconds: one.holdSeconds - other.holdSeconds,
  }
}
