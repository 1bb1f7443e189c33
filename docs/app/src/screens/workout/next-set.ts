import type { SessionExercise, SetTarget, Side } from '@calistheniq/client'

/** The set that an athlete does next of an exercise. */
export type NextSet = {
  readonly setNumber: number
  /** How many there are to do; null when nothing is planned. */
  readonly of: number | null
  /** What the plan asks for at that place; null beyond the plan. */
  readonly target: SetTarget | null
  /** What is likely: the target, else the last set, else nothing. */
  readonly amount: number | null
  /** The side that is missing, where only the other one was logged. */
  readonly side: Side | null
}

/** Finds out which set of an exercise comes next. Both sides of a set have one number. */
export function nextSet({ sets, planned, exercise }: SessionExercise): NextSet {
  const last = sets.reduce<(typeof sets)[number] | null>(
    (latest, set) => (latest === null || set.setNumber >= latest.setNumber ? set : latest),
    null,
  )
  const missing = exercise.unilateral && last?.side ? otherSide(sets, last.setNumber, last.side) : null
  const setNumber = missing === null ? (last?.setNumber ?? 0) + 1 : (last?.setNumber ?? 1)
  const target = planned.sets[setNumber - 1] ?? null
  return {
    setNumber,
    of: planned.sets.length === 0 ? null : planned.sets.length,
    target,
    amount: amountOf(target) ?? amountOf(last),
    side: missing,
  }
}

/** Whether all planned sets of an exercise were done, both sides of each. */
export function isDone(exercise: SessionExercise): boolean {
  const { setNumber, side } = nextSet(exercise)
  return exercise.planned.sets.length > 0 && setNumber > exercise.planned.sets.length && side === null
}

/** How many sets were done: warm-ups and what goes on with less are none, and two sides are one. */
export function setsDone({ sets }: SessionExercise): number {
  const counted = sets.filter(({ kind }) => kind === 'working' || kind === 'failure')
  return new Set(counted.map(({ setNumber }) => setNumber)).size
}

function otherSide(sets: SessionExercise['sets'], setNumber: number, side: Side): Side | null {
  const other = side === 'left' ? 'right' : 'left'
  return sets.some((set) => set.setNumber === setNumber && set.side === other) ? null : other
}

function amountOf(set: { readonly reps?: number | null; readonly duration?: number | null } | null): number | null {
  return set?.reps ?? set?.duration ?? null
}
