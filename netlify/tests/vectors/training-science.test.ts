import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { adapters } from '#local/vectors/adapters.js'
import { copiedGraph, prerequisiteGraph } from '#local/vectors/prerequisites.js'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const vectors = readVectors(fileURLToPath(new URL('training-science.json', import.meta.url)))

describe('the published vectors', () => {
  it.each(runVectors(vectors).map((result) => [result.id, result.differences] as const))('%s', (_, differences) => {
    expect(differences).toEqual([])
  })

  it('name every function there is, and no other', () => {
    expect(Object.keys(vectors).sort()).toEqual([...adapters.keys()].sort())
    expect(adapters.size).toBe(28)
  })
})

it('sees the same prerequisites in the seeds as the vectors were made with', () => {
  const seeded = prerequisiteGraph()
  for (const [slug, prerequisites] of copiedGraph()) expect([slug, seeded.get(slug)]).toEqual([slug, prerequisites])
})
