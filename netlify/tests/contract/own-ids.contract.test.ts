import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { operations } from '#orchestration/operations.js'
import { testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

/** Operations in whose body a client may choose the id of what it creates. */
const creating = operations.filter(
  ({ input: { body }, http }) => http.status === 201 && body instanceof z.ZodObject && 'id' in body.shape,
)

test('clients may choose ids in several operations', () => expect(creating.length).toBeGreaterThan(4))

test.each(creating.map((operation) => [operation.id, operation] as const))(
  '%s refuses an id that somebody else has chosen',
  async (id, operation) => {
    const chosen = randomUUID()
    const create = async () => {
      const athlete = await api.athlete()
      const { path, body } = await recipeOf(id)(athlete, api)
      return ask(api, operation, { path, body: { ...z.looseObject({}).parse(body ?? {}), id: chosen } }, athlete.token)
    }
    const first = await create()
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    const second = await create()
    expect([second.status, second.body.code], JSON.stringify(second.body)).toEqual([409, 'ID_TAKEN'])
  },
)
