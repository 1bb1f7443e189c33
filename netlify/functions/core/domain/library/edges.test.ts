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

describe('the edges', () => {
  it('lead along a chain in both directions, and say what is required', () => {
    expect(between('negative-dip', 'parallel-bar-dip')).toEqual([
      'negative-dip progression parallel-bar-dip null',
      'parallel-bar-dip prerequisite negative-dip 1',
      'parallel-bar-dip regression negative-dip null',
    ])
  })

  it('put all prerequisites of one exercise into one group', () => {
    const required = edges.filter(({ from, kind }) => from === 'pull-up' && kind === 'prerequisite')
    expect(required.map(textOf)).toEqual([
      'pull-up prerequisite flexed-arm-hang 1',
      'pull-up prerequisite negative-pull-up 1',
    ])
  })

  it('keep the order in which the library names prerequisites', () => {
    const required = edges.filter(({ from, kind }) => from === 'pull-up' && kind === 'prerequisite')
    const places = required.map(({ to, position }) => `${position} ${to}`)
    expect(places.sort()).toEqual(['1 negative-pull-up', '2 flexed-arm-hang'])
  })

  it('make no progression across categories', () => {
    expect(between('ring-dip', 'ring-muscle-up')).toEqual(['ring-muscle-up prerequisite ring-dip 1'])
  })

  it('name a lateral variation from both sides', () => {
    expect(between('chin-up', 'pull-up')).toEqual(['chin-up lateral pull-up null', 'pull-up lateral chin-up null'])
  })

  it('are as many as prerequisites, twice those inside a category, and twice the pairs', () => {
    const categoryOf = new Map(exercises.map(({ slug, category }) => [slug, category]))
    const required = exercises.flatMap(({ category, prerequisites }) =>
      prerequisites.map((slug) => categoryOf.get(slug) === category),
    )
    expect(edges).toHaveLength(required.length + 2 * required.filter(Boolean).length + 2 * pairs.length)
  })

  it('stand once each, in code-point order, whatever order they are derived from', () => {
    const sorted = [...edges].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
    expect(new Set(edges.map(textOf)).size).toBe(edges.length)
    expect(edges).toEqual(sorted)
    const turned = pairs.map(([one, other]): LateralPair => [other, one])
    expect(deriveEdges(exercises.toReversed(), [...turned, ...pairs])).toEqual(edges)
  })
})
