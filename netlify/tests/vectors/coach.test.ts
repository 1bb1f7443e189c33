import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { coachAdapters } from '#local/vectors/adapters.js'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const vectors = readVectors(fileURLToPath(new URL('coach.json', import.meta.url)))

describe('the vectors of the coach', () => {
  it.each(runVectors(vectors).map((result) => [result.id, result.differences] as const))('%s', (_, differences) => {
    expect(differences).toEqual([])
  })

  it('name every function that has an adapter', () => {
    expect(Object.keys(vectors).sort()).toEqual(Object.keys(coachAdapters).sort())
    expect(Object.values(vectors).flatMap(({ cases }) => cases)).toHaveLength(77)
  })
})
