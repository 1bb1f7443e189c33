import * as z from 'zod'
import type { CoachAthlete, CoachStanding, DatedAbility, Modifier } from '#domain/coach/coach-athlete.js'
import type { SlotKey } from '#domain/coach/coach-exercise.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { newStanding } from '#domain/coach/estimate.js'
import { Category, PainSite, StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { optional, real, whole, withDefault } from './adapter.js'
import { coachIdOf, coachLibrary } from './coach-library.js'

const estimate = z.object({ m: real, P: real, day: whole })

const standing = z.object({
  mastered: withDefault(z.boolean(), false),
  working: optional(z.array(whole)),
  mod: withDefault(z.string(), 'none'),
  b: optional(real),
  Pb: optional(real),
  last: optional(whole),
  since: optional(whole),
  no_gain: withDefault(whole, 0),
  regress_day: optional(whole),
  down_day: optional(whole),
})

const days = z.array(whole)
const slugs = z.array(z.string())

/** An athlete in the form of the coach's vectors. */
export const vectorAthlete = z.object({
  cats: z.partialRecord(Category, estimate),
  slots: z.record(z.string(), estimate),
  ex: z.record(z.string(), standing),
  anchor: z.record(z.string(), z.string()),
  hard: z.array(z.tuple([whole, z.string(), whole])),
  trained: days,
  planned: days,
  pain: z.array(z.tuple([whole, PainSite, whole])),
  loads: z.array(z.tuple([whole, Category, real])),
  equipment: slugs,
  days: whole,
  body_mass: real,
  load_kg: real,
  goals: slugs,
  skills: slugs,
  dislikes: slugs,
  band: z.enum(['green', 'amber', 'red']).nullable(),
  deload: z.boolean(),
  return_mult: real,
})
type VectorAthlete = z.output<typeof vectorAthlete>

/** Turns an athlete from the form of the vectors into the domain's. */
export function toCoachAthlete(athlete: VectorAthlete, rules: TrainingRules): CoachAthlete {
  return {
    categories: new Map(Object.entries(athlete.cats).map(([name, value]) => [Category.parse(name), toDated(value)])),
    slots: new Map(Object.entries(athlete.slots).map(([key, value]) => [toSlotKey(key), toDated(value)])),
    exercises: new Map(Object.entries(athlete.ex).map(([slug, value]) => [coachIdOf(slug), toStanding(value, rules)])),
    anchors: new Map(Object.entries(athlete.anchor).map(([key, slug]) => [toSlotKey(key), coachIdOf(slug)])),
    hardSets: athlete.hard.map(([day, key, sets]) => ({ day, key: toSlotKey(key), sets })),
    trained: athlete.trained,
    planned: athlete.planned,
    pain: athlete.pain.map(([day, site, pain]) => ({ day, site, pain })),
    loads: athlete.loads.map(([day, category, timeLoad]) => ({ day, category, timeLoad })),
    equipment: athlete.equipment,
    daysPerWeek: athlete.days,
    bodyMassKg: athlete.body_mass,
    loadKg: athlete.load_kg,
    goals: athlete.goals.map(coachIdOf),
    skills: athlete.skills,
    dislikes: athlete.dislikes.map(coachIdOf),
    band: athlete.band,
    deload: athlete.deload,
    returnMultiplier: athlete.return_mult,
    monthlyReturns: 0,
  }
}

/** Returns what the coach sees of an athlete of the vectors on a day. */
export function viewOf(athlete: VectorAthlete, day: number, rules: TrainingRules): CoachView {
  return { athlete: toCoachAthlete(athlete, rules), library: coachLibrary(), day, rules: rulesOfVectors(rules) }
}

/** The loads of the vectors count one side of a unilateral set. */
function rulesOfVectors({ coach, ...rules }: TrainingRules): TrainingRules {
  return { ...rules, coach: { ...coach, session: { ...coach.session, sidesInLoad: 1 } } }
}

/** The vectors name a ladder of skills without its slot. */
export function toSlotKey(key: string): SlotKey {
  const slot = StrengthSlot.safeParse(key)
  if (slot.success) return slot.data
  return `skill:${key.replace(/^skill:/, '')}`
}

function toDated({ m, P, day }: z.output<typeof estimate>): DatedAbility {
  return { mean: m, variance: P, day }
}

function toStanding(known: z.output<typeof standing>, rules: TrainingRules): CoachStanding {
  const { offset, ...unknown } = newStanding(rules)
  return {
    ...unknown,
    mastered: known.mastered,
    working: known.working,
    modifier: toModifier(known.mod),
    offset: { mean: known.b ?? offset.mean, variance: known.Pb ?? offset.variance },
    lastOn: known.last,
    gainOn: known.since,
    sessionsWithoutGain: known.no_gain,
    regressedOn: known.regress_day,
    swappedDownOn: known.down_day,
  }
}

function toModifier(text: string): Modifier {
  return z
    .union([z.enum(['none', 'tempo', 'tempo_pause', 'reps']), z.templateLiteral(['load:', z.number()])])
    .parse(text)
}
