import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Operation } from '#orchestration/contract.js'
import { operations } from '#orchestration/operations.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf } from '#tests/support/session-api.js'
import { otherContent } from './other-content.js'
import { stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)

beforeAll(() => api.setNow(noon))

/** Operations that answer a repeat item by item (sessions-many-sets.test.ts). */
const itemByItem: ReadonlySet<string> = new Set(['sessions.logSets'])

/** Operations in whose body a client may choose the id of what it creates. */
const creating = operations.filter(
  ({ id, http, input }) => http.method === 'POST' && takesId(input.body) && !itemByItem.has(id),
)

/** Tells whether something in a body has a field `id`. */
function takesId(body: z.ZodType | undefined): boolean {
  if (!body) return false
  let found = false
  JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), (key, value) => {
    found ||= key === 'properties' && 'id' in value
    return value
  })
  return found
}

/** Adds fields to what stands under an id: to the body, or to the first day of a plan. */
function withFields({ path, body }: Ask, fields: object): Ask {
  const given = z.looseObject({ days: z.array(z.looseObject({})).optional() }).parse(body ?? {})
  if (!given.days) return { path, body: { ...given, ...fields } }
  const [first, ...more] = given.days
  return { path, body: { ...given, days: [{ ...first, ...fields }, ...more] } }
}

async function arranged({ id }: Operation, chosen: string): Promise<{ athlete: TestAthlete; asked: Ask }> {
  const athlete = await api.athlete()
  return { athlete, asked: withFields(await recipeOf(id)(athlete, api), { id: chosen }) }
}

/** What a first answer alone has: secrets, and the sessions that a deload made lighter. */
const once = { key: null, secret: null, sessions: [] }

/** What the answer to a repeat has. */
function repeated(operation: Operation, body: Answered['body']) {
  if (operation.id === 'workouts.acceptPlan') return body
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, field in once ? once[field as keyof typeof once] : value]),
  )
}

test('clients may choose ids in several operations', () => expect(creating.length).toBeGreaterThan(10))

describe.each(creating.map((operation) => [operation.id, operation] as const))(
  '%s under a chosen id',
  (id, operation) => {
    test('says how what has the id is found, and documents the answer', () => {
      expect(operation.existing, `declare what ${id} finds under an id that is taken`).toBeDefined()
      expect(operation.refusals).toContain('ID_TAKEN')
    })

    test('answers the same request again with what is there, and changes nothing', async () => {
      const { athlete, asked } = await arranged(operation, randomUUID())
      const first = expectStatus(await ask(api, operation, asked, athlete.token), operation.http.status)
      const before = await stateOf(athlete)
      for (const headers of [{}, { 'idempotency-key': 'rebuilt' }]) {
        const again = expectStatus(await ask(api, operation, asked, athlete.token, headers), 200)
        expect(again.body).toEqual(repeated(operation, first.body))
        expect(again.headers.get('location')).toBe(first.headers.get('location'))
        expect(again.headers.get('idempotent-replayed')).toBeNull()
      }
      expect(await stateOf(athlete)).toEqual(before)
    })

    test('refuses other content, and names what differs', async () => {
      const { athlete, asked } = await arranged(operation, randomUUID())
      expectStatus(await ask(api, operation, asked, athlete.token), operation.http.status)
      const before = await stateOf(athlete)
      const { fields, differs } = otherContent(id)
      const other = await ask(api, operation, withFields(asked, fields), athlete.token)
      expect(problemOf(other)).toEqual(['409 ID_TAKEN', `${differs} DIFFERS`])
      expect(other.body.detail).toBe(`This id is that of something of yours with other content: ${differs.slice(1)}.`)
      expect(await stateOf(athlete)).toEqual(before)
    })

    test('tells nobody else more than that the id is taken', async () => {
      const chosen = randomUUID()
      const first = await arranged(operation, chosen)
      expectStatus(await ask(api, operation, first.asked, first.athlete.token), operation.http.status)
      const { athlete, asked } = await arranged(operation, chosen)
      const before = await stateOf(athlete)
      const { status, body } = await ask(api, operation, asked, athlete.token)
      expect([status, body]).toEqual([
        409,
        {
          type: expect.stringMatching(/#id-taken$/),
          title: 'The id is taken',
          status: 409,
          detail: 'This id belongs to something else already.',
          instance: expect.stringMatching(/^urn:request:/),
          code: 'ID_TAKEN',
        },
      ])
      expect(await stateOf(athlete)).toEqual(before)
    })
  },
)
