import { describe, expect, it } from 'vitest'
import seededExercises from '../../../../../seeds/exercises.json' with { type: 'json' }
import seededPairs from '../../../../../seeds/lateral-edges.json' with { type: 'json' }
import { deriveEdges } from './edges.js'
import { LateralPair, LibraryExercise } from './exercise.schema.js'

const exercises = seededExercises.map((record) => LibraryExercise.parse(record))
const pairs = seededPairs.map((pair) => LateralPair.parse(pair))
const edges = deriveEdges(exercises, pairs)
const textOf = ({ from, kind, to, group }: (typeof edges)[number]) => `${from} ${kind} ${to} ${group}`
const between = (...slugs: string[]) =>
  edges.filter(({ from, to }) => slugs.includes(from) && slugs.includes(to)).map(textOf)

describe('deriveEdges', () => {
  it('links two exercises of a chain in both directions, and says which one is required', () => {
    expect(between('negative-dip', 'parallel-bar-dip')).toEqual([
      'negative-dip progression parallel-bar-dip null',
      'parallel-bar-dip prerequisite negative-dip 1',
      'parallel-bar-dip regression negative-dip null',
    ])
  })

  it('gives alternatives one group, and what is required together several', () => {
    const required = edges.filter(({ from, kind }) => from === 'negative-dip' && kind === 'prerequisite')
    expect(required.map(textOf)).toEqual([
      'negative-dip prerequisite bench-dip 2',
      'negative-dip prerequisite parallel-bar-support-hold 1',
      'negative-dip prerequisite push-up 2',
    ])
  })

  it('keeps the order in which the library names alternatives', () => {
    const required = edges.filter(({ from, kind }) => from === 'pull-up' && kind === 'prerequisite')
    const places = required.map(({ to, position }) => `${position} ${to}`)
    expect(places.sort()).toEqual(['1 negative-pull-up', '2 chin-up', '3 band-assisted-pull-up'])
  })

  it('makes no progression across categories', () => {
    expect(between('ring-dip', 'ring-muscle-up')).toEqual(['ring-muscle-up prerequisite ring-dip 2'])
  })

  it('names a lateral variation from both sides', () => {
    expect(between('floor-l-sit', 'l-sit')).toEqual([
      'floor-l-sit lateral l-sit null',
      'l-sit lateral floor-l-sit null',
    ])
  })

  it('makes one edge per prerequisite, two more within a category, and two per lateral pair', () => {
    const categoryOf = new Map(exercises.map(({ slug, category }) => [slug, category]))
    const required = exercises.flatMap(({ category, prerequisites }) =>
      prerequisites.flat().map((slug) => categoryOf.get(slug) === category),
    )
    expect(edges).toHaveLength(required.length + 2 * required.filter(Boolean).length + 2 * pairs.length)
  })

  it('gives each edge once, in code-point order, whatever the order of the library', () => {
    const sorted = [...edges].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
    expect(new Set(edges.map(textOf)).size).toBe(edges.length)
    expect(edges).toEqual(sorted)
    const turned = pairs.map(([one, other]): LateralPair => [other, one])
    expect(deriveEdges(exercises.toReversed(), [...turned, ...pairs])).toEqual(edges)
  })
})
