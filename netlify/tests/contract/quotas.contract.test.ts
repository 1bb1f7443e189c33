import { describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { clientOf, testApi } from '#tests/support/api.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi({ env: { RATE_LIMIT_REQUESTS: '1000000', RATE_LIMIT_WINDOW_SECONDS: '86400' } })
const secured = servedOperations.filter(({ access }) => access !== 'public')
const open = servedOperations.filter(({ access }) => access === 'public')

const remainingOf = ({ headers }: { headers: Headers }) =>
  Number(/^"default";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1])

const withUnknown = ({ path, ...asked }: Ask): Ask => ({
  ...asked,
  path: `${path}${path.includes('?') ? '&' : '?'}no-such-parameter=1`,
})

describe.each(secured.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  test('is counted once when it is answered, and once when it is refused', async () => {
    const athlete = await api.athlete()
    const asked = await recipeOf(id)(athlete, api)
    const left = [remainingOf(await athlete.get('/me'))]
    const statuses: number[] = []
    const seen = (answer: Awaited<ReturnType<typeof ask>>) => {
      left.push(remainingOf(answer))
      statuses.push(answer.status)
    }
    const scopeless = await api.issuer.issueToken({ sub: athlete.id, scope: '' })
    seen(await ask(api, operation, asked, athlete.token, { accept: 'text/x-nothing' }))
    seen(await ask(api, operation, asked, scopeless))
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    seen(await ask(api, operation, withUnknown(asked), athlete.token))
    // none, where a request is in hand
    expect(api.requests.at(-1)?.roundTrips).toBeLessThanOrEqual(1)
    seen(await ask(api, operation, asked, athlete.token))
    expect(statuses).toEqual([406, 403, 400, operation.http.status])
    const [first = Number.NaN] = left
    expect(left).toEqual([0, 1, 2, 3, 4].map((n) => first - n))
  })
})

describe.each(open.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  test('counts for nobody, even with credentials', async () => {
    const athlete = await api.athlete()
    const asked = await recipeOf(id)(athlete, api)
    const { headers } = await ask(api, operation, asked, athlete.token)
    expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([null, null])
  })
})

test('credentials that are nobody’s count for nobody', async () => {
  const { status, headers } = await clientOf(api.fetch, 'not.a.token').get('/me')
  expect([status, headers.get('ratelimit')]).toEqual([401, null])
})
