import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { healthFields, withoutHealthData } from '#domain/account/health-data.js'
import { EventType } from '#domain/event/event.js'
import { tellsOfHealth } from '#domain/event/tells-of-health.js'
import { servedOperations } from '#http/openapi/operations.js'
import { refusalsOf } from '#http/openapi/standard-refusals.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { consentToHealthData } from '#tests/support/consent.js'
import { expectStatus, noon, problemOf } from '#tests/support/session-api.js'
import { type JsonSchema, jsonSchemaOf } from '../faults/support/requests/arbitrary-of.js'
import { objectNodes, shapesOf, valueAt, withValue } from '../faults/support/requests/field-paths.js'
import { stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

// Every way by which health data come in, and every query that is about nothing else.

const api = await testApi()
const stateOf = await stateReader(api)
beforeAll(() => api.setNow(noon))

const values: Readonly<Record<string, unknown>> = {
  ...{ sleep: 4, fatigue: 4, stress: 3, soreness: 3, restingHeartRateBpm: 54, hrvRmssdMs: 62.5, bodyMassKg: 71.5 },
  ...{ pain: 0, painSite: 'elbow', notes: 'Sore' },
}

/** How an athlete comes to be without the consent. */
const without = {
  'was never asked': (athlete: TestAthlete) =>
    api.db.rows('delete from consents where user_id = $1 returning purpose', [athlete.id]),
  'has withdrawn': async (athlete: TestAthlete) => [
    expectStatus(await athlete.put('/me/consents/health-data', { given: false }), 200),
  ],
} as const

/** The names that are health data in the input or the answer of an operation, and stand in its schema. */
function namesIn(operation: Operation, schema: z.ZodType | null | undefined): string[] {
  const text = schema ? JSON.stringify(jsonSchemaOf(schema)) : ''
  const names = operation.consent ? [...healthFields, 'notes'] : healthFields
  return names.filter((name) => text.includes(`"${name}":{`))
}

const commands = servedOperations.flatMap((operation) => {
  const names = operation.kind === 'command' ? namesIn(operation, operation.input.body) : []
  return names.length > 0 ? [[operation.id, operation, names] as const] : []
})
const queries = servedOperations.filter(({ kind, consent }) => kind === 'query' && consent)

/** Every place of a request where health data could stand, and whether null takes them away. In a POST it says nothing. */
function placesIn({ http, input }: Operation, { body }: Ask, names: readonly string[]) {
  const schema = jsonSchemaOf(input.body as z.ZodType)
  const isChange = http.method !== 'POST'
  return objectNodes(body, schema).flatMap(({ pointer, documented }) =>
    [...documented].flatMap(([name, field]) =>
      names.includes(name)
        ? [{ name, pointer: `${pointer}/${name}`, takenAway: isChange && takesNull(field, schema) }]
        : [],
    ),
  )
}

const takesNull = (field: JsonSchema, root: JsonSchema) => shapesOf(field, root).some(({ type }) => type === 'null')

async function arranged({ id }: Operation) {
  const athlete = await api.athlete()
  return { athlete, asked: await recipeOf(id)(athlete, api) }
}

const isHealth = (operation: Operation, names: readonly string[], asked: Ask) =>
  placesIn(operation, asked, names).filter(({ pointer }) => valueAt(asked.body, pointer) !== undefined)

/** The same request without the health data in it. */
function bare(operation: Operation, asked: Ask, names: readonly string[]): Ask {
  const body = isHealth(operation, names, asked).reduce(
    (rest, { pointer }) => withValue(rest, pointer, undefined),
    asked.body,
  )
  return { ...asked, body: JSON.parse(JSON.stringify(body)) }
}

const send = (operation: Operation, asked: Ask, athlete: TestAthlete): Promise<Answered> =>
  ask(api, operation, asked, athlete.token, { 'idempotency-key': crypto.randomUUID() })

async function kept(athlete: TestAthlete): Promise<unknown> {
  const { security_log: _, ...rest } = await stateOf(athlete)
  return rest
}

describe.each(Object.keys(without) as (keyof typeof without)[])('an athlete who %s', (how) => {
  test.each(commands)('gives no health data by %s', async (_, operation, names) => {
    const { athlete, asked } = await arranged(operation)
    const rest = bare(operation, asked, names)
    await without[how](athlete)
    const before = await kept(athlete)
    const places = placesIn(operation, rest, names)
    expect([...new Set(places.map(({ name }) => name))].sort(), 'every field of the schema is tried').toEqual(
      [...names].sort(),
    )
    for (const { name, pointer } of places) {
      const body = withValue(rest.body, pointer, values[name])
      expect(problemOf(await send(operation, { ...rest, body }, athlete))).toEqual([
        '403 CONSENT_NEEDED',
        `${pointer} CONSENT_NEEDED`,
      ])
    }
    const all = places.reduce((body, { name, pointer }) => withValue(body, pointer, values[name]), rest.body)
    const named = problemOf(await send(operation, { ...rest, body: all }, athlete))
    expect(named.slice(1).sort()).toEqual(places.map(({ pointer }) => `${pointer} CONSENT_NEEDED`).sort())
    expect(await kept(athlete)).toEqual(before)
  })

  test.each(commands)('may take health data away, and do the rest, by %s', async (_, operation, names) => {
    const { athlete, asked } = await arranged(operation)
    const rest = bare(operation, asked, names)
    await without[how](athlete)
    for (const { pointer, takenAway } of placesIn(operation, rest, names)) {
      if (!takenAway) continue
      const taken = await send(operation, { ...rest, body: withValue(rest.body, pointer, null) }, athlete)
      expect(succeeds(operation), `${pointer}: ${JSON.stringify(taken.body)}`).toContain(taken.status)
    }
    if (operation.consent) return
    const { status, body } = await send(operation, rest, athlete)
    expect(succeeds(operation), JSON.stringify(body)).toContain(status)
  })

  test.each(queries.map((operation) => [operation.id, operation] as const))(
    'is not shown %s until they consent',
    async (_, operation) => {
      const { athlete, asked } = await arranged(operation)
      await without[how](athlete)
      expect(problemOf(await ask(api, operation, asked, athlete.token))).toEqual(['403 CONSENT_NEEDED'])
      expectStatus(await athlete.put('/me/consents/health-data', { given: true }), 200)
      expectStatus(await ask(api, operation, asked, athlete.token), operation.http.status)
    },
  )
})

/** What says that all is well: what a PUT created before is there the next time. */
function succeeds({ http, replaces }: Operation): number[] {
  return replaces ? [http.status, 200] : [http.status]
}

test('the ways in are these, and their documents say so', () => {
  expect(commands.map(([id, { consent }]) => `${id} ${consent ?? 'by field'}`).sort()).toEqual([
    'levels.takeTest by field',
    'me.patch by field',
    'progression.simulate by field',
    'recovery.changeCheckIn health-data',
    'recovery.recordCheckIn health-data',
    'sessions.correctSet by field',
    'sessions.logSet by field',
    'sessions.logSets by field',
    'sessions.put by field',
  ])
  const refusing = servedOperations.filter((operation) => refusalsOf(operation).includes('CONSENT_NEEDED'))
  const expected = [...commands.map(([id]) => id), ...queries.map(({ id }) => id)]
  expect(refusing.map(({ id }) => id).sort()).toEqual(expected.sort())
})

/** Queries that are about other things, and have health data among them. */
const mixed: readonly string[] = [
  // what athletes wrote, and what was decided, is shown to them whatever they consent to now
  ...['me.get', 'sessions.get', 'sessions.getExercise', 'sessions.getSet', 'sessions.listDecisions'],
  ...['progress.mastery', 'workouts.getRecommendations'],
  // as those show it, where `expand` asks for whole sessions
  ...['sessions.list', 'progress.records'],
  // the athlete's own words, and what is computed only where they consent
  'me.getToday',
  // computed anew, from what the consent covers
  ...['workouts.getNext', 'recovery.getWarnings'],
]

test('a query that answers health data asks for the consent, or is known to have a reason not to', () => {
  const answering = servedOperations.filter(
    (operation) => operation.kind === 'query' && !operation.consent && namesIn(operation, operation.output).length > 0,
  )
  expect(answering.map(({ id }) => id).sort()).toEqual([...mixed].sort())
})

const Recorded = z.array(z.object({ type: EventType, payload: z.record(z.string(), z.unknown()) }))
const recorded = Recorded.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'recorded-events.json'), 'utf8')))

test.each(recorded.map(({ type, payload }) => [type, payload] as const))(
  'a delivery of %s tells nothing of health without the consent',
  (type, data) => {
    if (tellsOfHealth(type, data)) return
    const text = JSON.stringify(withoutHealthData({ type, data }))
    for (const name of healthFields) expect(text).not.toMatch(new RegExp(`"${name}":(?!null)`))
    expect(text).not.toMatch(/checkIn|pain_|low_readiness/)
  },
)

test('a consent that is given again opens what it had closed', async () => {
  const athlete = await api.athlete({ consents: false })
  const checkIn = { sleep: 4 }
  expectStatus(await athlete.post('/me/check-ins', checkIn), 403)
  await consentToHealthData(api.db, athlete.id)
  expectStatus(await athlete.post('/me/check-ins', checkIn), 201)
})
