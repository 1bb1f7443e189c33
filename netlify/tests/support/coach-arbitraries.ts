import fc from 'fast-check'
import type { CoachAthlete, CoachStanding } from '#domain/coach/coach-athlete.js'
import type { CoachExercise, SlotKey } from '#domain/coach/coach-exercise.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import type { SessionRequest } from '#domain/coach/recommendation.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { categories, PainSite, strengthSlots } from '#domain/library/vocabulary.js'
import { coachLibrary } from '#local/vectors/coach-library.js'
import { coachView, standing, today } from './coach.js'

/** What a home or a gym can have. */
export const things = [
  ...['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs'],
  ...['box', 'bench', 'low-bar', 'pull-up-bar', 'rings', 'parallel-bars', 'parallettes', 'band', 'sliders', 'anchor'],
] as const

const exercises = [...coachLibrary().values()]
const exercise = fc.constantFrom(...exercises)
const day = fc.integer({ min: today - 12, max: today - 1 })
const key: fc.Arbitrary<SlotKey> = fc.constantFrom(...strengthSlots, 'skill:front-lever', 'skill:planche')

const ability = fc.record({
  mean: fc.double({ min: -0.5, max: 5.8, noNaN: true }),
  variance: fc.double({ min: 0.03, max: 0.6, noNaN: true }),
  day: fc.integer({ min: today - 40, max: today }),
})

const facts: fc.Arbitrary<Partial<CoachStanding>> = fc.record({
  mastered: fc.boolean(),
  working: fc.option(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }), { nil: null }),
  lastOn: fc.integer({ min: today - 40, max: today - 1 }),
  gainOn: fc.option(fc.integer({ min: today - 60, max: today - 1 }), { nil: null }),
  sessionsWithoutGain: fc.nat(8),
  swappedDownOn: fc.option(fc.integer({ min: today - 20, max: today - 1 }), { nil: null }),
})

const known = fc.array(fc.tuple(exercise, facts), { maxLength: 8 })

/** Any athlete who may train today: strong or weak, tired, in pain, with this or that at hand. */
export const anyAthlete: fc.Arbitrary<CoachAthlete> = fc
  .record({
    abilities: fc.tuple(ability, ability, ability),
    slots: fc.array(fc.tuple(key, ability), { maxLength: 5 }),
    known,
    hardSets: fc.array(fc.record({ day, key, sets: fc.integer({ min: 1, max: 5 }) }), { maxLength: 8 }),
    trained: fc.uniqueArray(day, { maxLength: 3 }),
    pain: fc.array(fc.record({ day, site: fc.constantFrom(...PainSite.options), pain: fc.nat(10) }), { maxLength: 3 }),
    loads: fc.array(
      fc.record({ day, category: fc.constantFrom(...categories), timeLoad: fc.integer({ min: 500, max: 12_000 }) }),
      { maxLength: 12 },
    ),
    equipment: fc.subarray([...things]),
    daysPerWeek: fc.integer({ min: 1, max: 7 }),
    loadKg: fc.constantFrom(0, 10, 30),
    goals: fc.array(exercise, { maxLength: 2 }),
    skills: fc.subarray(['front-lever', 'planche', 'handstand']),
    dislikes: fc.array(exercise, { maxLength: 6 }),
    band: fc.constantFrom('green' as const, 'amber' as const, 'red' as const, null),
    deload: fc.boolean(),
    returnMultiplier: fc.constantFrom(1, 0.5, 0.7, 0.9),
    monthlyReturns: fc.constant(0),
  })
  .map(({ abilities, known: ofExercises, goals, dislikes, slots, ...rest }) => ({
    ...coachView(rest).athlete,
    categories: new Map(categories.map((category, index) => [category, abilities[index] ?? abilities[0]])),
    slots: new Map(slots),
    exercises: new Map(ofExercises.map(([{ id }, known]) => [id, standing(known)])),
    anchors: new Map(ofExercises.map(([one]) => [slotKeyOf(one), one.id])),
    goals: goals.map(({ id }: CoachExercise) => id),
    dislikes: dislikes.map(({ id }: CoachExercise) => id),
  }))

/** What the coach sees of any athlete. */
export const anyView: fc.Arbitrary<CoachView> = anyAthlete.map((athlete) => ({ ...coachView(), athlete }))

/** Any time for a session, perhaps on a day of rest. */
export const anyRequest: fc.Arbitrary<SessionRequest> = fc.record({
  minutes: fc.integer({ min: 10, max: 120 }),
  force: fc.boolean(),
})
