import { metricOf } from '#domain/library/sets.schema.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { refuse } from '#domain/refusal.js'
import { changedFields } from '#domain/values/same-value.js'
import type { ExerciseConfiguration, PersonalPrescription } from './exercise-configuration.schema.js'

/**
 * What is known of an athlete and an exercise: the library's defaults, and what the athlete has put
 * in their place.
 */
export type ExerciseSettings = Omit<ExerciseConfiguration, 'isPersonal' | 'current'> & {
  readonly personal: PersonalPrescription
}

/** Nothing of one's own: the library's default in everything. */
export const nothingPersonal: PersonalPrescription = { sets: null, tempo: null, restSeconds: null, notes: null }

/** True when the athlete has put anything in the place of a default. */
export function isPersonal({ personal }: ExerciseSettings): boolean {
  return Object.values(personal).some((value) => value !== null)
}

/** Settings as they are to be, and the fields in which they differ from what they were. */
export type PersonalChange = {
  readonly settings: ExerciseSettings
  readonly fields: readonly (keyof PersonalPrescription)[]
}

/**
 * The settings once the athlete does the exercise in their own way, and what differs from before;
 * the same settings when nothing does.
 *
 * Refuses with METRIC_MISMATCH when the sets count what the exercise does not.
 */
export function personalize(settings: ExerciseSettings, personal: PersonalPrescription): PersonalChange {
  if (personal.sets) ensureMetric(metricOf(personal.sets), metricOf(settings.defaults.sets))
  const fields = changedFields(settings.personal, personal)
  return { settings: fields.length === 0 ? settings : { ...settings, personal, version: settings.version + 1 }, fields }
}

/** The settings as the athlete sees them: what holds, beside the defaults. */
export function configurationOf(settings: ExerciseSettings): ExerciseConfiguration {
  const { personal, defaults, exercise, isMastered, masteredAt, version } = settings
  const current = {
    sets: personal.sets ?? defaults.sets,
    tempo: personal.tempo ?? defaults.tempo,
    restSeconds: personal.restSeconds ?? defaults.restSeconds,
    notes: personal.notes ?? defaults.notes,
  }
  return { exercise, isPersonal: isPersonal(settings), current, defaults, isMastered, masteredAt, version }
}

function ensureMetric(given: Metric, wanted: Metric): void {
  if (given === wanted) return
  const counted = wanted === 'reps' ? 'repetitions' : 'seconds of a hold'
  refuse('METRIC_MISMATCH', `This exercise counts ${counted}.`, [
    { pointer: '/sets', code: 'METRIC_MISMATCH', detail: `every set must be {"${wanted}": ...}` },
  ])
}
