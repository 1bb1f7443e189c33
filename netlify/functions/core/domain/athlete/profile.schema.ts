import * as z from 'zod'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { AthleteId, Version } from '#domain/values/id.schema.js'
import { clearable, freeText } from '#domain/values/text.schema.js'
import { Instant, TimeZone } from '#domain/values/time.schema.js'
import { coachingFields, dislikesMax } from './coaching.schema.js'
import { OwnEquipment } from './own-equipment.schema.js'
import { GivenPlaces, Place, placesMax } from './place.schema.js'

export const Units = z.enum(['metric', 'imperial']).meta({
  id: 'Units',
  description: 'The units in which the athlete likes to read; the API speaks kilograms',
  example: 'metric',
})
export type Units = z.output<typeof Units>

const editable = {
  name: clearable(freeText(100)).meta({ description: 'How the athlete wants to be called', example: 'Ada' }),
  timeZone: TimeZone,
  bodyMassKg: z
    .number()
    .min(20)
    .max(400)
    .multipleOf(0.01)
    .nullable()
    .meta({ description: 'Body mass in kilograms, to 10 grams', example: 72.5 }),
  equipment: OwnEquipment.meta({
    description: 'What the athlete can train with at home',
    example: ['pull-up-bar', 'rings'],
  }),
  units: Units,
  ...coachingFields,
}

const aboutDislikes = 'Exercises that are never recommended; they may still be planned, and still lead to others'

/** An athlete, as they see themselves. */
export const Profile = z
  .strictObject({
    id: AthleteId,
    email: z.string().max(255).meta({ description: 'The address to sign in with', example: 'ada@example.com' }),
    ...editable,
    places: z.array(Place).max(placesMax).meta({ description: 'Places besides home, in the order of the athlete' }),
    dislikes: z.array(ExerciseRef).max(dislikesMax).meta({ description: aboutDislikes }),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Profile', description: 'An athlete, as they see themselves' })
export type Profile = z.output<typeof Profile>

/**
 * A merge patch of what an athlete may change of their profile. Null takes away what may be missing;
 * a list replaces the whole list.
 */
export const ProfilePatch = z
  .strictObject({
    name: editable.name.exactOptional(),
    timeZone: editable.timeZone.exactOptional(),
    bodyMassKg: editable.bodyMassKg.exactOptional(),
    equipment: editable.equipment.exactOptional(),
    units: editable.units.exactOptional(),
    daysPerWeek: editable.daysPerWeek.exactOptional(),
    minutesPerSession: editable.minutesPerSession.exactOptional(),
    loadKg: editable.loadKg.exactOptional(),
    skills: editable.skills.exactOptional(),
    places: GivenPlaces.exactOptional().meta({
      description: 'All places besides home: one that is left out is gone, and one that keeps its id or name stays',
      example: [{ name: 'Park', equipment: ['low-bar', 'parallel-bars'] }],
    }),
    dislikes: z
      .array(ExerciseKey)
      .max(dislikesMax)
      .exactOptional()
      .meta({ description: `${aboutDislikes}; by id or slug`, example: ['pistol-squat'] }),
  })
  .meta({
    id: 'ProfilePatch',
    description: 'What to change in a profile; null takes away, and a list replaces the whole list',
  })
export type ProfilePatch = z.output<typeof ProfilePatch>
