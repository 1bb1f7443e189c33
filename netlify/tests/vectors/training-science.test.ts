import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { trainingScienceAdapters } from '#local/vectors/adapters.js'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const vectors = readVectors(fileURLToPath(new URL('training-science.json', import.meta.url)))

/** The cases that the second rules answer otherwise, and why. */
const mended: Readonly<Record<string, string>> = Object.fromEntries(
  ['level_up-1', 'level_up-2', 'level_up-3', 'level_up-13'].map((id) => [
    id,
    'their variance is that of the first model: the second one reports the calibration of the library with it',
  ]),
)

describe('the published test vectors', () => {
  it.each(runVectors(vectors, rules2026v1).map((result) => [result.id, result.differences] as const))(
    '%s agrees with the first rules',
    (_, differences) => expect(differences).toEqual([]),
  )

  it('differ from the second rules only where these mend a fault, and only there', () => {
    const differing = runVectors(vectors, rules2026v2).filter(({ differences }) => differences.length > 0)
    expect(differing.map(({ id }) => id)).toEqual(Object.keys(mended))
  })

  it('cover every function that has an adapter, and no other', () => {
    expect(Object.keys(vectors).sort()).toEqual(Object.keys(trainingScienceAdapters).sort())
    expect(Object.keys(vectors)).toHaveLength(28)
  })
})
