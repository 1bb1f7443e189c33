import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PainSite, strengthSlots } from '#domain/library/vocabulary.js'
import { coachLibrary } from '#local/vectors/coach-library.js'
import { abilities, coachView, standing, today } from '#tests/support/coach.js'
import { chooseRung } from './choose-rung.js'
import type { CoachAthlete } from './coach-athlete.js'
import type { SlotKey } from './coach-exercise.js'
import { slotKeyOf } from './slot-key.js'

const exercises = [...coachLibrary().values()]
const things = [...new Set(exercises.flatMap(({ equipment }) => equipment.flat()))].filter((item) => item !== 'none')
const level = fc.double({ min: 0, max: 6, noNaN: true })
const daysAgo = fc.option(fc.nat(60).map((days) => today - days))
const anyKey: fc.Arbitrary<SlotKey> = fc.constantFrom(...strengthSlots, 'skill:planche', 'skill:front-lever')
const anyExercise = fc.constantFrom(...exercises)

const anyStanding = fc
  .record({
    mastered: fc.boolean(),
    lastOn: daysAgo,
    gainOn: daysAgo,
    sessionsWithoutGain: fc.nat(12),
    regressedOn: daysAgo,
    swappedDownOn: daysAgo,
  })
  .map(standing)

const anyAthlete: fc.Arbitrary<Partial<CoachAthlete>> = fc.record({
  categories: fc.tuple(level, level, level).map(([push, pull, squat]) => abilities(push, pull, squat)),
  equipment: fc.subarray(things),
  goals: fc.array(anyExercise, { maxLength: 2 }).map((goals) => goals.map(({ id }) => id)),
  dislikes: fc.array(anyExercise, { maxLength: 3 }).map((disliked) => disliked.map(({ id }) => id)),
  exercises: fc
    .array(fc.tuple(anyExercise, anyStanding), { maxLength: 20 })
    .map((known) => new Map(known.map(([{ id }, facts]) => [id, facts]))),
  anchors: fc
    .array(anyExercise, { maxLength: 12 })
    .map((last) => new Map(last.map((exercise) => [slotKeyOf(exercise), exercise.id]))),
  pain: fc.array(fc.record({ day: fc.constant(today), site: fc.constantFrom(...PainSite.options), pain: fc.nat(10) }), {
    maxLength: 1,
  }),
})

it('chooseRung chooses the same whatever the order of the library', () => {
  fc.assert(
    fc.property(
      anyAthlete,
      anyKey,
      fc.shuffledSubarray(exercises, { minLength: exercises.length }),
      (athlete, key, shuffled) => {
        const library = new Map(shuffled.map((exercise) => [exercise.id, exercise]))
        expect(chooseRung(key, coachView(athlete, library))).toEqual(chooseRung(key, coachView(athlete)))
      },
    ),
  )
})

it('chooseRung chooses one of the candidates, and one that fits if any does', () => {
  fc.assert(
    fc.property(anyAthlete, anyKey, (athlete, key) => {
      const chosen = chooseRung(key, coachView(athlete))
      if (!chosen) return
      expect(chosen.candidates).toContain(chosen.exercise)
      expect(chosen.fit).toEqual(chosen.fit.filter((exercise) => chosen.candidates.includes(exercise)))
      if (chosen.fit.length > 0) expect(chosen.fit).toContain(chosen.exercise)
    }),
  )
})

it('chooseRung stays within a level of the hardest that fits, but for pain and after failures', () => {
  fc.assert(
    fc.property(anyAthlete, anyKey, (athlete, key) => {
      const chosen = chooseRung(key, coachView(athlete))
      if (!chosen || ['rung.eased_for_pain', 'rung.down_after_failures'].includes(chosen.rule.id)) return
      const hardest = Math.max(...chosen.fit.map(({ difficulty }) => difficulty), 0)
      expect(chosen.exercise.difficulty).toBeGreaterThanOrEqual(hardest - 1 - 1e-9)
    }),
  )
})

it('chooseRung never chooses what pain bars, what is disliked, or what cannot be done here', () => {
  fc.assert(
    fc.property(anyAthlete, anyKey, (athlete, key) => {
      const exercise = chooseRung(key, coachView(athlete))?.exercise
      if (!exercise) return
      expect(athlete.dislikes).not.toContain(exercise.id)
      const owned = new Set(['none', ...(athlete.equipment ?? [])])
      expect(exercise.equipment.filter((group) => !group.some((item) => owned.has(item)))).toEqual([])
    }),
  )
})

it('chooseRung rises with ability, but for half a level between holds and reps', () => {
  fc.assert(
    fc.property(
      fc.subarray(things),
      level,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(...strengthSlots),
      (equipment, at, more, key) => {
        const rungAt = (mean: number) =>
          chooseRung(key, coachView({ categories: abilities(mean, mean, mean), equipment }))
        const weaker = rungAt(at)
        const stronger = rungAt(at + more)
        if (!weaker) return
        // a row goes before a floor drill that is up to a level harder
        const back = key === 'hpull' ? 1.5 : 0.5
        expect(stronger?.exercise.difficulty).toBeGreaterThanOrEqual(weaker.exercise.difficulty - back - 1e-9)
      },
    ),
  )
})
