import * as z from 'zod'
import { canonicalInstant } from '#domain/values/canonical-instant.js'

/** Sets in the product's form, read as reps or seconds. */
const amounts = z.array(z.record(z.string(), z.number())).transform((sets) => sets.flatMap((set) => Object.values(set)))

const sides = z.enum(['left', 'right']).nullable()

const loggedSet = z.object({
  id: z.string(),
  setNumber: z.number(),
  side: sides,
  amount: z.number(),
  rpe: z.number().nullable(),
  weightKg: z.number().nullable(),
  pain: z.number().nullable(),
  painSite: z.string().nullable(),
})

const loggedExercise = z.object({
  id: z.string(),
  exerciseId: z.string(),
  order: z.number(),
  targets: amounts,
  standard: z.object({ sets: amounts, difficulty: z.number() }),
  sets: z.array(loggedSet),
})

const loggedSession = z.object({
  id: z.string(),
  date: z.string(),
  completedAt: z.string().transform(canonicalInstant),
  rulesVersion: z.string(),
  exercises: z.array(loggedExercise),
})

/** What the tables have of an athlete's training log. */
export const trainingLogRow = z.object({
  version: z.number(),
  sessions: z.array(loggedSession),
  directives: z.array(
    z.object({
      type: z.string(),
      version: z.number(),
      occurredAt: z.string(),
      payload: z.record(z.string(), z.unknown()),
    }),
  ),
})
