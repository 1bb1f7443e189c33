import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { slotAbility } from '#domain/coach/estimate.js'
import { fittingRungs } from '#domain/coach/fitting-rungs.js'
import { recommendSession } from '#domain/coach/session/recommend-session.js'
import { groupOfKey } from '#domain/coach/slot-groups.js'
import { checkLibrary } from '#domain/library/check-library.js'
import { LibraryExercise } from '#domain/library/exercise.schema.js'
import { climbOf, families, rungsOf } from '#domain/library/reach/families.js'
import { ownedBits, reachMap, reachWith } from '#domain/library/reach/reach.js'
import { coachAdapters } from '#local/vectors/adapters.js'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'
import { abilities, coachView } from '#tests/support/coach.js'
import { equipmentSets } from '#tests/support/equipment-sets.js'
import seededAliases from '../../../seeds/aliases.json' with { type: 'json' }
import seededExercises from '../../../seeds/exercises.json' with { type: 'json' }
import seededPairs from '../../../seeds/lateral-edges.json' with { type: 'json' }

/**
 * What the coach has to meet, row by row. Rows 5 to 8 are asked of the API
 * (`acceptance-api.test.ts`), rows 4, 9 and 10 of athletes who train for weeks
 * (`acceptance.slow.test.ts`).
 */

/** From level 0 to 5.5, in halves. */
const levels = Array.from({ length: 12 }, (_, index) => index / 2)

const athleteWith = (level: number, equipment: readonly string[]) =>
  coachView({ categories: abilities(level, level, level), equipment })

describe('row 1: the library has no errors, and leads everybody on', () => {
  const map = reachMap(seededExercises.map((record) => LibraryExercise.parse(record)))
  const countOf = (reached: Uint8Array) => reached.reduce((sum, one) => sum + one, 0)

  it('has 0 errors', () => {
    expect(checkLibrary(seededExercises, seededPairs, seededAliases)).toEqual([])
    expect(seededExercises).toHaveLength(194)
  })

  describe('with any of the 65,536 sets of equipment, by mastering alone, from nothing', () => {
    const { worst, closed, smallest } = worstOfAll()

    it('every set is looked at', () => expect(map.equipment).toHaveLength(16))

    it.each([
      ['push', 0.55, 5.9],
      ['hpush', 0.77, 5.3],
      ['squat', 0.8, 5.6],
      ['hinge', 1.03, 4.45],
      ['core', 0.65, 5.15],
      ['pull', 0.8, 2.45],
    ])('%s has no step wider than %f levels, and leads to %f', (family, step, top) => {
      expect(worst.get(family)?.step).toBeCloseTo(step, 10)
      expect(worst.get(family)?.top).toBe(top)
    })

    it('no limit of a family is exceeded', () => {
      for (const { name, stepMax, topMin } of families) {
        expect(worst.get(name)?.step).toBeLessThanOrEqual(stepMax)
        expect(worst.get(name)?.top).toBeGreaterThanOrEqual(topMin)
      }
    })

    it('nothing that can be done stays closed', () => expect([...closed]).toEqual([]))

    it('82 exercises or more are reached', () => expect(smallest).toBe(82))
  })

  it.each([
    [82, []],
    [114, ['wall', 'chair', 'doorframe']],
    [132, ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs']],
    [122, ['pull-up-bar']],
    [141, ['pull-up-bar', 'rings']],
    [153, ['wall', 'chair', 'doorframe', 'pull-up-bar']],
    [194, map.equipment],
  ])('%i exercises are reached with %j', (count, owned) => {
    expect(countOf(reachWith(map, ownedBits(map.equipment, owned)).reached)).toBe(count)
  })

  /** What is true at worst, over every set of the equipment that the library uses. */
  function worstOfAll() {
    const rungs = families.map((family) => [family.name, rungsOf(family, map)] as const)
    const worst = new Map(families.map(({ name }) => [name, { step: 0, top: Number.POSITIVE_INFINITY }]))
    const closed = new Set<string>()
    let smallest = Number.POSITIVE_INFINITY
    for (let owned = 0; owned < 2 ** map.equipment.length; owned += 1) {
      const reach = reachWith(map, owned)
      smallest = Math.min(smallest, countOf(reach.reached))
      for (const place of reach.closed) closed.add(map.exercises[place]?.slug ?? '')
      for (const [name, places] of rungs) {
        const { step, top } = climbOf(places, map, reach)
        const before = worst.get(name) ?? { step, top }
        worst.set(name, { step: Math.max(step, before.step), top: Math.min(top, before.top) })
      }
    }
    return { worst, closed, smallest }
  }
})

describe('row 2: the vectors of the coach', () => {
  const vectors = readVectors(fileURLToPath(new URL('../vectors/coach.json', import.meta.url)))

  it.each(runVectors(vectors).map((result) => [result.id, result.differences] as const))('%s', (_, differences) => {
    expect(differences).toEqual([])
  })

  it('name every function that has an adapter', () => {
    expect(Object.keys(vectors).sort()).toEqual(Object.keys(coachAdapters).sort())
    expect(Object.values(vectors).flatMap(({ cases }) => cases)).toHaveLength(77)
  })
})

describe('row 3: nobody lacks push, legs, core or the best available pull, level 0 to 5.5', () => {
  describe.each([20, 45])('in %d minutes', (minutes) => {
    const wanted = minutes === 45 ? ['push', 'pull', 'legs', 'core'] : ['push', 'pull', 'legs']

    it.each(equipmentSets.map((equipment) => [equipment]))('with %j', (equipment) => {
      const missing = levels.flatMap((level) => {
        const { items } = recommendSession(athleteWith(level, equipment), { minutes, force: false })
        const groups = new Set<string | undefined>(items.map(({ key }) => groupOfKey(key)))
        return wanted.filter((group) => !groups.has(group)).map((group) => `level ${level}: ${group}`)
      })
      expect(missing).toEqual([])
    })
  })

  it.each(levels)('at level %f without equipment, nothing harder to pull fits', (level) => {
    const view = athleteWith(level, [])
    const { items } = recommendSession(view, { minutes: 45, force: false })
    const pull = items.find(({ key }) => groupOfKey(key) === 'pull')?.exercise
    const fitting = [...fittingRungs('hpull', view).fit, ...fittingRungs('vpull', view).fit]
    expect(fitting.filter(({ difficulty }) => difficulty > (pull?.difficulty ?? 0)).map(({ slug }) => slug)).toEqual([])
  })

  test('58 sets of equipment are tried', () => {
    expect(new Set(equipmentSets.map((items) => items.toSorted().join())).size).toBe(58)
  })
})

describe('row 4: nobody at level L gets a working set two levels below L while something harder fits', () => {
  it.each(levels)('at level %f, with any of the sets of equipment', (level) => {
    const tooEasy = equipmentSets.flatMap((equipment) => {
      const view = athleteWith(level, equipment)
      return recommendSession(view, { minutes: 45, force: false }).items.flatMap(({ key, exercise }) => {
        const { difficulty, slug } = exercise
        if (difficulty > slotAbility(exercise, view).mean - 2) return []
        const harder = fittingRungs(key, view).fit.filter((other) => other.difficulty > difficulty)
        return harder.map((other) => `${slug} though ${other.slug} fits, with ${equipment.join()}`)
      })
    })
    expect(tooEasy).toEqual([])
  })
})
