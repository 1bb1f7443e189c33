import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const creating = servedOperations.filter(({ http }) => http.status === 201)

describe.each(creating.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('says where GET shows what it created', async () => {
    const athlete = await api.athlete()
    const created = await ask(api, operation, await recipeOf(operation.id)(athlete, api), athlete.token)
    const location = expectStatus(created, 201).headers.get('location') ?? ''
    const { body } = expectStatus(await athlete.get(location.replace('/api/v1', '')), 200)
    if ('id' in created.body) expect(JSON.stringify(body)).toContain(created.body.id)
  })
})
