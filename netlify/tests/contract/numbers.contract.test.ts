import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

/** Lists the numbers of an answer that no reader would write: more than two decimals and three digits. */
function noisyIn(value: unknown, place = ''): string[] {
  if (typeof value === 'number') return isPlain(value) ? [] : [`${place} ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => noisyIn(member, `${place}/${name}`))
}

function isPlain(value: number): boolean {
  return value === Number(value.toFixed(2)) || value === Number(value.toPrecision(3))
}

const answering = servedOperations.filter(({ output }) => output !== null)

describe.each(answering.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('answers numbers without the noise of binary fractions', async () => {
    const athlete = await api.athlete()
    const { status, body } = await ask(api, operation, await recipeOf(operation.id)(athlete, api), athlete.token)
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    expect(noisyIn(body)).toEqual([])
  })
})

test('a number with noise is found', () => {
  expect(noisyIn({ days: [{ volumeLoadKgReps: 0.94 * 80 * 10 }], weightKg: -7.35, p: 0.00123 })).toEqual([
    '/days/0/volumeLoadKgReps 751.9999999999999',
  ])
})
