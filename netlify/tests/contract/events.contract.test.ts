import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus, noon, start } from '#tests/support/session-api.js'
import { run } from '#tests/support/statements.js'
import { failureOf } from './failure-of.js'
import { type State, stateReader } from './personal-state.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)

const aMinuteLater = new Date(Date.parse(noon) + 60_000)

beforeAll(() => api.setNow(noon))

const eventsOf = (athlete: { id: string }) =>
  api.db.rows('select * from events where user_id = $1 order by sequence', [athlete.id])

/** Tables that only record requests. */
const bookkeeping = new Set(['events', 'idempotency_keys', 'security_log'])

function changed(before: State, after: State): string[] {
  const tables = Object.keys(after).filter((table) => !bookkeeping.has(table))
  return tables.filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]))
}

/** Erasing an account deletes its events as well. */
const lasting = servedOperations.filter(({ kind, id }) => kind === 'command' && id !== 'privacy.eraseAccount')

describe.each(lasting.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('appends events when it changes something, and none when it does not', async () => {
    api.setNow(noon)
    const athlete = await api.athlete()
    const asked = await recipeOf(operation.id)(athlete, api)
    for (const time of ['first', 'second']) {
      if (time === 'second') api.setNow(aMinuteLater)
      const [before, eventsBefore] = [await stateOf(athlete), await eventsOf(athlete)]
      const { status } = await ask(api, operation, asked, athlete.token)
      if (time === 'first') expect(status).toBe(operation.http.status)
      const tables = changed(before, await stateOf(athlete))
      const appended = (await eventsOf(athlete)).slice(eventsBefore.length)
      expect(appended.length > 0, `${time} time: ${status}, changed ${tables}, ${JSON.stringify(appended)}`).toBe(
        tables.length > 0,
      )
    }
  })
})

describe('events', () => {
  const request = ["update events set payload = '{}'", 'delete from events', 'truncate events cascade']
  const whose = ['the athlete', 'the operator'] as const

  test.each(request.flatMap((request) => whose.map((who) => [request, who] as const)))(
    'cannot be changed by "%s" of %s',
    async (request, who) => {
      const athlete = await api.athlete()
      await start(athlete)
      const before = await eventsOf(athlete)
      const database = who === 'the athlete' ? api.db.athlete(athlete.id) : api.db.operator()
      const failure = await failureOf(database.batch([run({ text: request, values: [] })]))
      expect(failure.sqlState).toBe('42501')
      expect(await eventsOf(athlete)).toEqual(before)
    },
  )

  test.each(request.slice(0, 2))('cannot be changed by "%s" even by the owner of the table', async (request) => {
    const athlete = await api.athlete()
    await start(athlete)
    const before = await eventsOf(athlete)
    const failure = await failureOf(api.db.database.batch([run({ text: request, values: [] })]))
    expect(failure).toMatchObject({ constraint: 'EVENTS_ARE_APPEND_ONLY' })
    expect(await eventsOf(athlete)).toEqual(before)
  })

  test('are deleted with the account of their athlete only', async () => {
    const [ada, bob] = [await api.athlete(), await api.athlete()]
    for (const athlete of [ada, bob]) await start(athlete)
    const bobs = await eventsOf(bob)
    expectStatus(await ada.delete('/me'), 204)
    expect(await eventsOf(ada)).toEqual([])
    expect(await eventsOf(bob)).toEqual(bobs)
  })

  test('name the caller and the request, in the order in which they happened', async () => {
    const athlete = await api.athlete()
    const { session } = await start(athlete)
    const [planned, started] = await eventsOf(athlete)
    expect(planned).toMatchObject({ type: 'session.planned', subject: session.id, user_id: athlete.id, key_id: null })
    expect(started).toMatchObject({ type: 'session.started', request_id: expect.any(String) })
    expect(Number(started?.sequence)).toBeGreaterThan(Number(planned?.sequence))
  })
})
