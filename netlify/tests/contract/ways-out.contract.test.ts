import { beforeAll, describe, expect, test } from 'vitest'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'
import { markEverything, markedResources, ownSomething, resourcesIn } from './marks.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

// Every operation, asked with each scope alone. The history, webhooks and the export stand in
// ways-out-events.contract.test.ts.

const api = await testApi()
beforeAll(() => api.setNow(noon))

const tokenOf = ({ id }: TestAthlete, ...scopes: Scope[]) => api.issuer.issueToken({ sub: id, scope: scopes.join(' ') })
const secured = servedOperations.flatMap((operation) =>
  operation.access === 'public' ? [] : [[operation.id, operation, operation.access.scope] as const],
)
/** Commands that hand on what the caller has, and how they refuse to hand on more. */
const handsOn: ReadonlyMap<string, string> = new Map([
  ['keys.create', 'KEY_SCOPES'],
  ['keys.rotate', 'KEY_SCOPES'],
  ['webhooks.register', 'WEBHOOK_SCOPES'],
  ['webhooks.change', 'WEBHOOK_SCOPES'],
  ['webhooks.rotateSecret', 'WEBHOOK_SCOPES'],
  ['webhooks.replayDelivery', 'WEBHOOK_SCOPES'],
])
/** What their recipes hand on. */
const handedOn: readonly Scope[] = ['sessions:read']

const seen = new Set<string>()

describe.each(secured)('%s', (_, operation, scope) => {
  test(`opens to ${scope} alone, and shows data of it alone`, async () => {
    const { athlete, asked } = await arranged(operation)
    for (const other of Scope.options.filter((one) => one !== scope)) {
      const answer = await ask(api, operation, asked, await tokenOf(athlete, other))
      expect(`${other}: ${answer.status} ${answer.body?.code}`).toBe(`${other}: 403 INSUFFICIENT_SCOPE`)
      expect(resourcesIn(JSON.stringify(answer.body))).toEqual([])
    }
    const handed = handsOn.has(operation.id) ? await ask(api, operation, asked, await tokenOf(athlete, scope)) : null
    expect(handed?.body.code ?? null).toBe(handsOn.get(operation.id) ?? null)
    const answer = await ask(api, operation, asked, await tokenOf(athlete, scope, ...(handed ? handedOn : [])))
    expect(answer.status, JSON.stringify(answer.body)).toBe(operation.http.status)
    expect(beyond(answer, scope), 'resources of other scopes').toEqual([])
    for (const resource of resourcesIn(JSON.stringify(answer.body))) seen.add(resource)
  })
})

test('every mark is shown by an answer', () => expect([...seen].sort()).toEqual(markedResources.toSorted()))

const commands = secured.filter(([, { kind }]) => kind === 'command')

describe.each(commands)('the kept answer of %s', (id, operation, scope) => {
  test(`is repeated to ${scope} alone, and shows data of it alone`, async () => {
    const { athlete, asked } = await arranged(operation)
    const headers = { 'idempotency-key': `of-${id}` }
    const first = await ask(api, operation, asked, athlete.token, headers)
    expect(first.status, JSON.stringify(first.body)).toBe(operation.http.status)
    const others = Scope.options.filter((other) => other !== scope)
    const without = await ask(api, operation, asked, await tokenOf(athlete, ...others), headers)
    expect(`${without.status} ${without.body?.code}`).toBe('403 INSUFFICIENT_SCOPE')
    const repeated = await ask(api, operation, asked, await tokenOf(athlete, scope), headers)
    expect(beyond(repeated, scope), 'resources of other scopes').toEqual([])
  })
})

async function arranged(operation: Operation) {
  const athlete = await api.athlete()
  await ownSomething(athlete)
  const asked = await recipeOf(operation.id)(athlete, api)
  await markEverything(api, athlete)
  return { athlete, asked }
}

function beyond({ body }: Answered, scope: Scope): string[] {
  const [own] = scope.split(':')
  return resourcesIn(JSON.stringify(body)).filter((resource) => resource !== own)
}
