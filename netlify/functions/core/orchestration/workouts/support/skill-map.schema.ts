import * as z from 'zod'
import { Bar } from '#domain/coach/bars-in-the-way.js'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { GraphEdges, MappedExercise } from '#domain/library/graph.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { SkillStatus } from '#domain/progress/skill-map.js'
import { PlaceId } from '#domain/values/id.schema.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'
import { Share } from '#orchestration/training/reason.schema.js'

const sets = z.array(SetPrescription).max(20)
const count = (description: string) => z.int().min(0).max(10_000).meta({ description, example: 1 })

const MissingExercise = z
  .strictObject({
    slug: ExerciseSlug,
    standard: sets.meta({ description: 'What masters it', example: [{ reps: 8 }] }),
    sessionsMissing: count('Sessions in a row that must still meet it'),
  })
  .meta({ id: 'MissingExercise', description: 'An exercise that would open another one' })

const MissingRequirement = z
  .strictObject({ anyOf: z.array(MissingExercise).min(1).max(20).meta({ description: 'Any one of these will do' }) })
  .meta({ id: 'MissingRequirement', description: 'A requirement of which nothing counts as mastered yet' })

const SkillMapExercise = z
  .strictObject({
    ...MappedExercise.shape,
    status: SkillStatus,
    counts: z.boolean().meta({
      description: 'It counts as mastered for what builds on it: it is, or you would do it so surely that nobody asks',
      example: false,
    }),
    working: sets.nullable().meta({
      description: 'Where the athlete stands, or has set the working sets by hand; null before that',
      example: [{ reps: 6 }],
    }),
    modifier: Modifier.meta({
      description: 'How it is done harder than described, beyond its standard',
      example: 'none',
    }),
    masteredAt: Instant.nullable().meta({ description: 'Since when it is mastered; null while it is not' }),
    sessionsMissing: count('Sessions in a row that must still meet the standard; 0 once it is mastered'),
    progress: Share.meta({ description: 'From 0, never trained, to 1, mastered', example: 0.53 }),
    lastTrainedOn: LocalDate.nullable().meta({ description: 'The day it was trained last; null when never' }),
    lockedBy: z
      .array(MissingRequirement)
      .max(20)
      .meta({ description: 'What it requires that is not met: one exercise of every group; nothing when open' }),
    barredBy: z
      .array(Bar)
      .max(3)
      .meta({ description: 'Why it is not offered today, open or not; nothing when it can be trained', example: [] }),
  })
  .meta({ id: 'SkillMapExercise', description: 'An exercise with where the athlete stands in it' })

const Counts = z
  .strictObject({
    locked: count('Locked'),
    open: count('Open'),
    in_work: count('In work'),
    mastered: count('Mastered'),
  })
  .meta({ id: 'SkillCounts', description: 'How many exercises have each status' })

/** The library with where an athlete stands in each exercise. */
export const SkillMap = z
  .strictObject({
    date: LocalDate.meta({ description: 'The day that it tells of: today', example: '2026-11-22' }),
    placeId: PlaceId.nullable().meta({ description: 'The place whose equipment is at hand; null for home' }),
    counts: Counts,
    exercises: z.array(SkillMapExercise).max(2_000).meta({ description: 'Every exercise, the easiest first' }),
    edges: GraphEdges.nullable().meta({ description: 'How they are related; null unless asked for' }),
  })
  .meta({ id: 'SkillMap', description: 'Every exercise with where the athlete stands in it' })
