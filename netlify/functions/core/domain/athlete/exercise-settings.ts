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

/** The prescription of an athlete who changed nothing: the library's default in everything. */
export const nothingPersonal: PersonalPrescription = { sets: null, tempo: null, restSeconds: null, notes: null }

/** Tells whether the athlete has replaced any default. */
export function isPersonal({ personal }: ExerciseSettings): boolean {
  return Object.values(personal).some((value) => value !== null)
}

/** Settings after a change, and the fields in which they differ from before. */
export type PersonalChange = {
  readonly settings: ExerciseSettings
  readonly fields: readonly (keyof PersonalPrescription)[]
}

/**
 * Gives an exercise a personal prescription; returns the fields that differ from before, and the
 * same settings when nothing differs.
 *
 * Refuses with METRIC_MISMATCH when the sets count what the exercise does not.
 */
export function personalize(settings: ExerciseSettings, personal: PersonalPrescription): PersonalChange {
  if (personal.sets) ensureMetric(metricOf(personal.sets), metricOf(settings.defaults.sets))
  const fields = changedFields(settings.personal, personal)
  return { settings: fields.length === 0 ? settings : { ...settings, personal, version: settings.version + 1 }, fields }
}

/** Returns the settings as the athlete sees them: what holds, next to the defaults. */
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
