import { describe, expect, it } from 'vitest'
import seededExercises from '../../../../../../seeds/exercises.json' with { type: 'json' }
import { LibraryExercise } from '../exercise.schema.js'
import { climbOf, families, rungsOf } from './families.js'
import { ownedBits, reachMap, reachWith } from './reach.js'

const map = reachMap(seededExercises.map((record) => LibraryExercise.parse(record)))
const countOf = (reached: Uint8Array) => reached.reduce((sum, one) => sum + one, 0)

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

describe('with any of the 65,536 sets of equipment, by mastering alone, from nothing', () => {
  const { worst, closed, smallest } = worstOfAll()

  it('every set is looked at', () => {
    expect(map.equipment).toHaveLength(16)
  })

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

  it('nothing that can be done stays closed', () => {
    expect([...closed]).toEqual([])
  })

  it('82 exercises or more are reached', () => {
    expect(smallest).toBe(82)
  })
})

describe('what is reached', () => {
  it.each([
    [82, []],
    [114, ['wall', 'chair', 'doorframe']],
    [132, ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs']],
    [122, ['pull-up-bar']],
    [141, ['pull-up-bar', 'rings']],
    [153, ['wall', 'chair', 'doorframe', 'pull-up-bar']],
    [194, map.equipment],
  ])('are %i exercises with %j', (count, owned) => {
    expect(countOf(reachWith(map, ownedBits(map.equipment, owned)).reached)).toBe(count)
  })
})
