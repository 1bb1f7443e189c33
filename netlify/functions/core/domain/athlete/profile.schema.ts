import * as z from 'zod'
import { Equipment, equipment } from '#domain/library/vocabulary.js'
import { AthleteId, Version } from '#domain/values/id.schema.js'
import { freeText } from '#domain/values/text.schema.js'
import { Instant, TimeZone } from '#domain/values/time.schema.js'

export const Units = z
  .enum(['metric', 'imperial'])
  .meta({ description: 'The units in which the athlete likes to read; the API speaks kilograms', example: 'metric' })
export type Units = z.output<typeof Units>

const OwnEquipment = z
  .array(Equipment)
  .max(equipment.length)
  .refine((items) => new Set(items).size === items.length, 'must not name the same thing twice')
  .meta({ description: 'What the athlete can train with', example: ['pull-up-bar', 'rings'] })

const editable = {
  name: freeText(100).nullable().meta({ description: 'How the athlete wants to be called', example: 'Ada' }),
  timeZone: TimeZone,
  bodyMassKg: z
    .number()
    .min(20)
    .max(400)
    .multipleOf(0.01)
    .nullable()
    .meta({ description: 'Body mass in kilograms, to 10 grams', example: 72.5 }),
  equipment: OwnEquipment,
  units: Units,
}

/** An athlete, as they see themselves. */
export const Profile = z
  .strictObject({
    id: AthleteId,
    email: z.string().max(255).meta({ description: 'The address to sign in with', example: 'ada@example.com' }),
    ...editable,
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Profile', description: 'An athlete, as they see themselves' })
export type Profile = z.output<typeof Profile>

/**
 * A merge patch of what an athlete may change of their profile; null takes the name or body mass
 * away.
 */
export const ProfilePatch = z
  .strictObject({
    name: editable.name.exactOptional(),
    timeZone: editable.timeZone.exactOptional(),
    bodyMassKg: editable.bodyMassKg.exactOptional(),
    equipment: editable.equipment.exactOptional(),
    units: editable.units.exactOptional(),
  })
  .meta({ id: 'ProfilePatch', description: 'What to change in a profile; null takes the name or body mass away' })
export type ProfilePatch = z.output<typeof ProfilePatch>
