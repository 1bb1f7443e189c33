import * as z from 'zod'
import { Instant } from '#domain/values/time.schema.js'
import { ExerciseAlias } from './aliases.schema.js'
import { exerciseRefFields } from './exercise-ref.schema.js'
import { Prescription } from './prescription.schema.js'
import {
  Equipment,
  ExerciseSlug,
  FitExerciseCategory,
  HealthConnectSegment,
  Ladder,
  Metric,
  Muscle,
  Slot,
  Tag,
} from './vocabulary.js'

const Interchange = z.strictObject({
  fitExerciseCategory: FitExerciseCategory,
  healthConnectSegment: HealthConnectSegment,
})

const EquipmentGroup = z
  .strictObject({ anyOf: z.array(Equipment).min(1).max(20).meta({ description: 'Any one of these will do' }) })
  .meta({ id: 'EquipmentGroup', description: 'Things that can stand in for each other' })

/** An exercise of the library, in the shape that callers read. */
export const ExerciseEntry = z
  .strictObject({
    ...exerciseRefFields,
    levelName: z.string().max(50).meta({ description: "The level's name", example: 'Intermediate' }),
    slot: Slot.meta({
      description: 'What it is for in a workout: a strength slot, a skill, or what is done around them',
      example: 'vpull',
    }),
    ladder: Ladder.meta({
      description: 'The line inside its slot; the rungs of a ladder are its exercises by rising difficulty',
      example: 'one-arm-chin-up',
    }),
    loadable: z.boolean().meta({ description: 'Whether mass can be added: a backpack, a vest, a belt', example: true }),
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    unilateral: z.boolean().meta({ description: 'Whether sets are counted per side', example: true }),
    bodyMassFraction: z
      .number()
      .min(0)
      .max(2)
      .meta({ description: 'The share of body mass that is moved', example: 0.95 }),
    primaryMuscles: z
      .array(Muscle)
      .max(20)
      .meta({ description: 'What it trains first of all', example: ['lats', 'biceps'] }),
    equipment: z
      .array(Equipment)
      .max(20)
      .meta({
        description: 'All that it needs as it is usually done: the first of each of `equipmentGroups`',
        example: ['pull-up-bar'],
      }),
    equipmentGroups: z
      .array(EquipmentGroup)
      .max(20)
      .meta({
        description: 'What it needs: one thing of every group, the usual one first; nothing when empty',
        example: [{ anyOf: ['pull-up-bar', 'rings'] }],
      }),
    tags: z
      .array(Tag)
      .max(20)
      .meta({ description: 'Groups that it belongs to', example: ['vertical-pull'] }),
    description: z.string().max(1000).meta({ description: 'What the movement is', example: 'A pull-up to one side.' }),
    cues: z
      .array(z.string().max(200))
      .max(10)
      .meta({ description: 'What to pay attention to', example: ['Chin over bar'] }),
    defaults: Prescription,
    aliases: z
      .array(ExerciseAlias)
      .max(100)
      .meta({
        description: 'What it is also called, in English first, then in other languages',
        example: [{ name: 'Press-up', language: 'en' }],
      }),
    formerSlugs: z
      .array(ExerciseSlug)
      .max(100)
      .meta({ description: 'Slugs that it had before, and that still lead to it', example: ['press-up'] }),
    retired: z.boolean().meta({
      description: 'Whether it left the library: it is in no list, and stays readable for the sake of histories',
      example: false,
    }),
    replacedBy: ExerciseSlug.nullable().meta({
      description: 'The slug of the exercise that stands in for a retired one; null when there is none',
      example: null,
    }),
    interchange: Interchange.meta({ description: 'What it is called elsewhere' }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Exercise', description: 'One exercise of the library' })
export type ExerciseEntry = z.output<typeof ExerciseEntry>
