import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Prescription, prescriptionFields } from '#domain/library/prescription.schema.js'
import { StoredVersion } from '#domain/values/stored-version.schema.js'
import { clearable, freeText } from '#domain/values/text.schema.js'
import { Instant } from '#domain/values/time.schema.js'

const { sets, tempo, restSeconds } = prescriptionFields
const notes = freeText(1000).meta({ description: "The athlete's own notes", example: 'Left elbow: warm up longer' })

const personal = {
  sets: sets.nullable(),
  tempo: tempo.nullable(),
  restSeconds: restSeconds.nullable(),
  notes: clearable(notes),
}

/** A whole personal prescription; what is null or left out stays with the library's default. */
export const PersonalPrescription = z
  .strictObject({
    sets: personal.sets.default(null),
    tempo: personal.tempo.default(null),
    restSeconds: personal.restSeconds.default(null),
    notes: personal.notes.default(null),
  })
  .meta({
    id: 'PersonalPrescription',
    description: "How the athlete does an exercise; what is null or left out stays with the library's default",
  })
export type PersonalPrescription = z.output<typeof PersonalPrescription>

/** A merge patch of a personal prescription; null goes back to the library's default. */
export const PersonalPrescriptionPatch = z
  .strictObject({
    sets: personal.sets.exactOptional(),
    tempo: personal.tempo.exactOptional(),
    restSeconds: personal.restSeconds.exactOptional(),
    notes: personal.notes.exactOptional(),
  })
  .meta({
    id: 'PersonalPrescriptionPatch',
    description: "What to change in how the athlete does an exercise; null goes back to the library's default",
  })

/** How an athlete does an exercise, next to the library's defaults. */
export const ExerciseConfiguration = z
  .strictObject({
    exercise: ExerciseRef,
    isPersonal: z.boolean().meta({ description: "Whether anything differs from the library's default", example: true }),
    current: Prescription.meta({ description: 'What holds for the athlete' }),
    defaults: Prescription.meta({ description: 'What the library says' }),
    isMastered: z.boolean().meta({ description: 'Whether the athlete has mastered the defaults', example: false }),
    masteredAt: Instant.nullable().meta({ description: 'When the athlete mastered it; null while they have not' }),
    version: StoredVersion,
  })
  .meta({ id: 'ExerciseConfiguration', description: "How an athlete does an exercise, beside the library's defaults" })
export type ExerciseConfiguration = z.output<typeof ExerciseConfiguration>
