import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { DeloadTrigger } from '#domain/event/vocabulary.js'
import { Category, PainSite, StrengthSlot } from '#domain/library/vocabulary.js'
import { ReadinessBand } from '#domain/recovery/readiness.js'
import { ExerciseId, SessionId } from '#domain/values/id.schema.js'
import type { AdviceInputs } from './advice-inputs.js'

const ability = { mean: z.number(), variance: z.number() }
const dated = z.object({ ...ability, day: z.number() })
const day = z.number().nullable()

const SlotKeyText = z.union([
  StrengthSlot,
  z.enum(['power', 'accessory', 'prep']),
  z.templateLiteral(['skill:', z.string()]),
])

const ExerciseKey = z.custom<ExerciseId>((id) => ExerciseId.safeParse(id).success)

/** A map as a list of its entries, in their order. */
const entriesOf = <Key, Value>(key: z.ZodType<Key>, value: z.ZodType<Value>) =>
  z.array(z.tuple([key, value])).transform((entries) => new Map<Key, Value>(entries as [Key, Value][]))

const Standing = z.object({
  mastered: z.boolean(),
  working: z.array(z.number()).nullable(),
  modifier: Modifier,
  offset: z.object(ability),
  told: z.number().nullable().default(null),
  lastOn: day,
  lastSets: z.array(z.number()).default([]),
  gainOn: day,
  sessionsWithoutGain: z.number(),
  regressedOn: day,
  swappedDownOn: day,
})

const Athlete = z.object({
  categories: entriesOf(Category, dated),
  slots: entriesOf(SlotKeyText, dated),
  exercises: entriesOf(ExerciseKey, Standing),
  anchors: entriesOf(SlotKeyText, ExerciseKey),
  hardSets: z.array(z.object({ day: z.number(), key: SlotKeyText, sets: z.number() })),
  trained: z.array(z.number()),
  planned: z.array(z.number()),
  pain: z.array(z.object({ day: z.number(), site: PainSite, pain: z.number() })),
  loads: z.array(z.object({ day: z.number(), category: Category, timeLoad: z.number() })),
  equipment: z.array(z.string()),
  daysPerWeek: z.number(),
  bodyMassKg: z.number(),
  loadKg: z.number(),
  goals: z.array(ExerciseId),
  skills: z.array(z.string()),
  dislikes: z.array(ExerciseId),
  band: ReadinessBand.nullable(),
  deload: z.boolean(),
  returnMultiplier: z.number(),
  monthlyReturns: z.number().default(0),
})

/** What an answer rests on, as it is stored beside the answer. */
export const StoredInputs = z.object({
  question: z.object({
    date: z.string(),
    minutes: z.number(),
    force: z.boolean(),
    categories: z.array(Category).nullable(),
    exercisesPerCategory: z.number().nullable(),
  }),
  athlete: Athlete,
  easierWeek: z.object({ begun: z.boolean(), triggers: z.array(DeloadTrigger) }).nullable(),
  plannedSessions: z.array(SessionId),
  ownPaces: z.array(
    z.object({ exerciseId: ExerciseId, tempo: z.string().nullable(), restSeconds: z.number().nullable() }),
  ),
})

/** Writes inputs as JSON; `StoredInputs` reads them again. */
export function storedTextOf({ athlete, ...inputs }: AdviceInputs): string {
  const { categories, slots, exercises, anchors } = athlete
  const inEntries = {
    categories: [...categories],
    slots: [...slots],
    exercises: [...exercises],
    anchors: [...anchors],
  }
  return JSON.stringify({ ...inputs, athlete: { ...athlete, ...inEntries } })
}
