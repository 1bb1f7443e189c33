import * as z from 'zod'
import { Category, Level } from '#domain/library/vocabulary.js'
import { StoredVersion } from '#domain/values/stored-version.schema.js'
import { Instant } from '#domain/values/time.schema.js'

const AthleteLevel = Level.meta({ description: 'From Foundation (0) to Expert (5)', example: 2 })

/** Where an athlete stands in one category. */
export const CategoryLevel = z
  .strictObject({
    category: Category,
    level: AthleteLevel,
    levelName: z.string().max(50).meta({ description: "The level's name", example: 'Novice' }),
    setAt: Instant.nullable().meta({ description: 'When it was last set; null when it never was' }),
    version: StoredVersion,
  })
  .meta({ id: 'CategoryLevel', description: 'Where an athlete stands in one category; Foundation until it is set' })
export type CategoryLevel = z.output<typeof CategoryLevel>

/** The level to stand at from now on. */
export const LevelChange = z
  .strictObject({ level: AthleteLevel })
  .meta({ id: 'LevelChange', description: 'The level to stand at from now on' })
