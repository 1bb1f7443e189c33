import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** What the coach takes into account besides the training log: what the athlete said, and what is planned. */
export type CoachSettings = {
  /** What is at hand where the session is to be. */
  readonly equipment: readonly string[]
  /** The place where the session is to be; null where the athlete usually trains. */
  readonly place: string | null
  /** Null when the athlete named none: then the log tells. */
  readonly daysPerWeek: number | null
  /** Body mass by day, oldest first. */
  readonly bodyMass: readonly BodyMassEntry[]
  /** The most that the athlete can add, in kilograms. */
  readonly loadKg: number
  /** Ladders of skills that the athlete wants. */
  readonly skills: readonly string[]
  readonly dislikes: readonly ExerciseId[]
  /** Of the last two months, in any order; none without the consent to the use of health data. */
  readonly checkIns: readonly DailyCheckIn[]
  /** Days with an open planned session. */
  readonly plannedOn: readonly string[]
  /** The last day up to which the athlete does not want the easier week that is due. */
  readonly deloadDeclinedUntil: string | null
}
