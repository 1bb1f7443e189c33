import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { trainingScienceAdapters } from '#local/vectors/adapters.js'
import { copiedGraph, prerequisiteGraph } from '#local/vectors/prerequisites.js'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const vectors = readVectors(fileURLToPath(new URL('training-science.json', import.meta.url)))

describe('the published test vectors', () => {
  it.each(runVectors(vectors).map((result) => [result.id, result.differences] as const))('%s', (_, differences) => {
    expect(differences).toEqual([])
  })

  it('cover every function that has an adapter, and no other', () => {
    expect(Object.keys(vectors).sort()).toEqual(Object.keys(trainingScienceAdapters).sort())
    expect(Object.keys(vectors)).toHaveLength(28)
  })
})

it('the seeds have the same prerequisites as the graph of the test vectors', () => {
  const seeded = prerequisiteGraph()
  for (const [slug, prerequisites] of copiedGraph()) expect([slug, seeded.get(slug)]).toEqual([slug, prerequisites])
})
