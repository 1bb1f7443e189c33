import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { decisionRow } from './exercise-decisions.js'

const amounts = z.array(z.number())

const exercise = z.object({
  exerciseId: z.string(),
  working: amounts.nullable(),
  overStreak: z.number(),
  failStreak: z.number(),
  masteryCount: z.number(),
  masteredAt: z.string().transform(canonicalInstant).nullable(),
  sessionsCount: z.number(),
  lastSessionOn: z.string().nullable(),
  lastDecision: z.string().nullable(),
})

const category = z.object({
  category: Category,
  ability: z.object({ mean: z.number(), variance: z.number() }),
  observedOn: z.string().nullable(),
  sessionsCount: z.number(),
  lastSessionOn: z.string().nullable(),
})

const level = z.object({
  category: Category,
  level: z.number(),
  source: z.enum(['hand', 'test', 'placement']),
  setOn: z.string(),
})

const record = z.object({
  exerciseId: z.string(),
  kind: z.enum(['reps', 'hold', 'added-weight']),
  value: z.number(),
  on: z.string(),
  sessionId: z.string(),
  setId: z.string(),
})

const goal = z.object({
  kind: z.enum(['reps', 'hold', 'skill', 'consistency']),
  exerciseId: z.string().nullable(),
  target: z.number().nullable(),
  goalId: z.string(),
  setOn: z.string(),
  reachedOn: z.string().nullable(),
})

/** What is stored of an athlete's training, with its fields in the domain's order. */
export const storedTrainingRow = z.object({
  exercises: z.array(exercise),
  categories: z.array(category),
  levels: z.array(level),
  decisions: z.array(decisionRow),
  records: z.array(record),
  goals: z.array(goal),
})
