import type { Trained } from './train.js'

/** What is counted over a life. */
export type Tally = {
  sessions: number
  sets: number
  /** Sets at RPE 6.5 to 9, at most 5, and those that ended far below their target. */
  well: number
  easy: number
  failed: number
  exercises: Set<string>
}

export function emptyTally(): Tally {
  return { sessions: 0, sets: 0, well: 0, easy: 0, failed: 0, exercises: new Set() }
}

/** Counts a session in. */
export function count(tally: Tally, trained: readonly Trained[]): void {
  tally.sessions += 1
  for (const { item, performed } of trained) {
    tally.exercises.add(item.exercise.slug)
    tally.sets += performed.length
    tally.well += performed.filter(({ rpe }) => rpe >= 6.5 && rpe <= 9).length
    tally.easy += performed.filter(({ rpe }) => rpe <= 5).length
    tally.failed += performed.filter(({ reserve }) => reserve < 0).length
  }
}

/** Tells the counts, the sets as shares of a hundred. */
export function tallyCells({ sessions, sets, well, easy, failed, exercises }: Tally): (string | number)[] {
  const share = (part: number) => (sets === 0 ? '' : `${Math.round((100 * part) / sets)} %`)
  return [sessions, sets, share(well), share(easy), share(failed), exercises.size]
}
