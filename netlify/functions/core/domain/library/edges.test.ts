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

  it('puts all prerequisites of an exercise into one group', () => {
    const required = edges.filter(({ from, kind }) => from === 'pull-up' && kind === 'prerequisite')
    expect(required.map(textOf)).toEqual([
      'pull-up prerequisite flexed-arm-hang 1',
      'pull-up prerequisite negative-pull-up 1',
    ])
  })

  it('keeps the order in which the library names prerequisites', () => {
    const required = edges.filter(({ from, kind }) => from === 'pull-up' && kind === 'prerequisite')
    const places = required.map(({ to, position }) => `${position} ${to}`)
    expect(places.sort()).toEqual(['1 negative-pull-up', '2 flexed-arm-hang'])
  })

  it('makes no progression across categories', () => {
    expect(between('ring-dip', 'ring-muscle-up')).toEqual(['ring-muscle-up prerequisite ring-dip 1'])
  })

  it('names a lateral variation from both sides', () => {
    expect(between('chin-up', 'pull-up')).toEqual(['chin-up lateral pull-up null', 'pull-up lateral chin-up null'])
  })

  it('makes one edge per prerequisite, two more within a category, and two per lateral pair', () => {
    const categoryOf = new Map(exercises.map(({ slug, category }) => [slug, category]))
    const required = exercises.flatMap(({ category, prerequisites }) =>
      prerequisites.map((slug) => categoryOf.get(slug) === category),
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
