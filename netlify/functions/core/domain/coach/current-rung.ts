import { standardOf } from './capacity.js'
import type { CoachStanding } from './coach-athlete.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { standingOf } from './estimate.js'
import { chanceOfThree } from './fitting-rungs.js'

/** The rung that a slot was trained with last, and how it stands. */
export type CurrentRung = {
  readonly exercise: CoachExercise
  readonly standing: CoachStanding
  /** The probability (0-1) of its standard in three sets. */
  readonly chance: number
  /** Whether there is nothing left to gain in it: it is mastered, or surely could be. */
  readonly isTopped: boolean
  readonly isStalled: boolean
  readonly isRecent: boolean
  /** Days since it was swapped down after failures; null when it never was. */
  readonly downDaysAgo: number | null
  /** Days since the last gain; null when there was none. */
  readonly daysWithoutGain: number | null
}

/** Returns the rung that a slot was trained with last; null when there is none. */
export function currentRung(key: SlotKey, view: CoachView): CurrentRung | null {
  const id = view.athlete.anchors.get(key)
  const exercise = id && view.library.get(id)
  if (!exercise) return null
  const { keepDays, fitsFrom, stall } = view.rules.coach.rung
  const standing = standingOf(exercise, view)
  const chance = chanceOfThree(exercise, standardOf(exercise), view)
  const daysSince = (day: number | null) => (day === null ? null : view.day - day)
  const daysWithoutGain = daysSince(standing.gainOn)
  return {
    exercise,
    standing,
    chance,
    daysWithoutGain,
    downDaysAgo: daysSince(standing.swappedDownOn),
    isTopped: standing.mastered || chance >= fitsFrom,
    isStalled:
      standing.sessionsWithoutGain >= stall.sessions && daysWithoutGain !== null && daysWithoutGain >= stall.days,
    isRecent: standing.lastOn !== null && view.day - standing.lastOn <= keepDays,
  }
}
