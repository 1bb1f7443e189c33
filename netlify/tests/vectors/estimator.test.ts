import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readVectors } from '#local/vectors/read-vectors.js'
import { runVectors } from '#local/vectors/run-vectors.js'

const results = runVectors(readVectors(fileURLToPath(new URL('estimator.json', import.meta.url))))

it.each(results.map((result) => [result.id, result.differences] as const))(
  'the second model of the ability agrees with %s',
  (_, differences) => expect(differences).toEqual([]),
)

it('the file of the second model holds 16 histories', () => expect(results).toHaveLength(16))
