import { describe, expect, it } from 'vitest'
import type { EdgeKind, SkillEdge } from './edges.js'
import { easier, harder, lateral, prerequisites } from './skill-graph.js'
import { ExerciseSlug } from './vocabulary.js'

const slug = (text: string) => ExerciseSlug.parse(text)
const edge = (from: string, kind: EdgeKind, to: string, group: number | null = null): SkillEdge => ({
  from: slug(from),
  kind,
  to: slug(to),
  group,
})

const edges = [
  edge('chin-up', 'lateral', 'pull-up'),
  edge('negative-pull-up', 'progression', 'pull-up'),
  edge('pull-up', 'lateral', 'chin-up'),
  edge('pull-up', 'prerequisite', 'band-assisted-pull-up', 2),
  edge('pull-up', 'prerequisite', 'flexed-arm-hang', 1),
  edge('pull-up', 'prerequisite', 'negative-pull-up', 1),
  edge('pull-up', 'progression', 'archer-pull-up'),
  edge('pull-up', 'progression', 'wide-grip-pull-up'),
  edge('pull-up', 'regression', 'negative-pull-up'),
]

describe('the neighbours of an exercise', () => {
  it('are easier along a regression', () => expect(easier(edges, slug('pull-up'))).toEqual(['negative-pull-up']))

  it('are harder along a progression', () => {
    expect(harder(edges, slug('pull-up'))).toEqual(['archer-pull-up', 'wide-grip-pull-up'])
  })

  it('are lateral along a lateral edge', () => expect(lateral(edges, slug('pull-up'))).toEqual(['chin-up']))

  it('are prerequisites in their groups', () => {
    expect(prerequisites(edges, slug('pull-up'))).toEqual([
      ['flexed-arm-hang', 'negative-pull-up'],
      ['band-assisted-pull-up'],
    ])
  })

  it('are none for an exercise without edges', () => {
    const unknown = slug('muscle-up')
    expect([easier, harder, lateral, prerequisites].map((find) => find(edges, unknown))).toEqual([[], [], [], []])
  })
})
