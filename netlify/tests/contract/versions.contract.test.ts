import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf } from '#tests/support/session-api.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const named = (operations: readonly Operation[]) => operations.map((operation) => [operation.id, operation] as const)
/** A file is written while it is sent, so it has no entity tag. */
const queries = named(servedOperations.filter(({ kind, produces }) => kind === 'query' && produces === undefined))
/** What a request only creates has no version yet. */
const versioned = named(
  servedOperations.filter(({ refusals, location }) => refusals.includes('VERSION_MISMATCH') && location === undefined),
)

async function arranged({ id }: Operation) {
  const athlete = await api.athlete()
  return { athlete, asked: await recipeOf(id)(athlete, api) }
}

describe.each(queries)('%s', (_, operation) => {
  test('has an ETag, and answers 304 when the caller sends it', async () => {
    const { athlete, asked } = await arranged(operation)
    const first = expectStatus(await ask(api, operation, asked, athlete.token), 200)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    const known = await ask(api, operation, asked, athlete.token, { 'if-none-match': `"other", ${etag}` })
    expect([known.status, known.body, known.headers.get('etag')]).toEqual([304, null, etag])
    const weak = await ask(api, operation, asked, athlete.token, { 'if-none-match': `W/${etag}` })
    expect([weak.status, weak.body]).toEqual([304, null])
    const other = await ask(api, operation, asked, athlete.token, { 'if-none-match': '"other"' })
    expect([other.status, other.body]).toEqual([200, first.body])
  })
})

test('every PUT, PATCH and DELETE can be sent with a version', () => {
  const without = servedOperations.filter(
    ({ http, refusals }) => ['PUT', 'PATCH', 'DELETE'].includes(http.method) && !refusals.includes('VERSION_MISMATCH'),
  )
  expect(without.map(({ id }) => id)).toEqual([])
})

const askAtOnce = 8
const versionsTried = 12

type Race = { readonly athlete: { readonly token: string }; readonly asked: Ask }

/**
 * Sends eight requests at once with one ETag, for one version after the other until one of them
 * succeeds.
 */
async function race(operation: Operation, { athlete, asked }: Race): Promise<Answered[]> {
  for (let version = 0; version < versionsTried; version += 1) {
    const headers = { 'if-match': `"${version}"` }
    const asking = Array.from({ length: askAtOnce }, () => ask(api, operation, asked, athlete.token, headers))
    const answers = await Promise.all(asking)
    if (answers.some(({ status }) => status < 400)) return answers
  }
  throw new Error(`no version below ${versionsTried} was the right one`)
}

/** Erasing is repeatable: all who ask for it have what they asked for. */
const winners = ({ id }: Operation) => (id === 'privacy.eraseAccount' ? askAtOnce : 1)

describe.each(versioned)('%s', (_, operation) => {
  test('refuses a version that never existed, and keeps nothing of that under the key', async () => {
    const { athlete, asked } = await arranged(operation)
    const under = (ifMatch: string) => ({ 'if-match': ifMatch, 'idempotency-key': 'one' })
    const stale = await ask(api, operation, asked, athlete.token, under('"2147483647"'))
    expect(problemOf(stale)).toEqual(['412 VERSION_MISMATCH'])
    const done = await ask(api, operation, asked, athlete.token, under('*'))
    expectStatus(done, operation.http.status)
    expect(done.headers.get('idempotent-replayed')).toBeNull()
  })

  test('tells the version that there is, with a tag that the next request may send', async () => {
    const { athlete, asked } = await arranged(operation)
    const stale = await ask(api, operation, asked, athlete.token, { 'if-match': '"2147483647"' })
    const { currentVersion } = stale.body
    const tag = stale.headers.get('etag') ?? ''
    expect(tag).toMatch(new RegExp(`^"${currentVersion}(\\.[\\w-]{6})?"$`))
    expectStatus(await ask(api, operation, asked, athlete.token, { 'if-match': tag }), operation.http.status)
  })

  test('refuses a weak tag with a sentence, because If-Match compares strongly', async () => {
    const { athlete, asked } = await arranged(operation)
    const answered = await ask(api, operation, asked, athlete.token, { 'if-match': 'W/"1"' })
    expect(problemOf(answered)).toEqual(['400 MALFORMED_REQUEST', 'If-Match WEAK'])
  })

  test('refuses a tag that was never given, whatever its number', async () => {
    const { athlete, asked } = await arranged(operation)
    const forged = Array.from({ length: versionsTried }, (_, version) => `"${version}.AAAAAAAAAAAAAAAA"`)
    for (const tag of forged) {
      const answered = await ask(api, operation, asked, athlete.token, { 'if-match': tag })
      expect(problemOf(answered), tag).toEqual(['412 VERSION_MISMATCH'])
    }
  })

  test('succeeds for exactly one of many requests with the same ETag', async () => {
    const answers = await race(operation, await arranged(operation))
    const seen = answers.map((answer) => (answer.status < 400 ? 'done' : problemOf(answer).join()))
    // what a faster request deleted has no version left to compare
    const late =
      operation.http.method === 'DELETE' ? /^(412 VERSION_MISMATCH|404 \w+_NOT_FOUND)$/ : /^412 VERSION_MISMATCH$/
    expect(seen.filter((outcome) => outcome === 'done')).toHaveLength(winners(operation))
    for (const outcome of seen.filter((one) => one !== 'done')) expect(outcome).toMatch(late)
  })
})

/**
 * What shows the version of a thing, by the command that changes it: null where only a list does.
 * Of all others it is the GET of the thing itself.
 */
const shownElsewhere: Readonly<Record<string, string | null>> = {
  'sessions.overrideDecision': 'sessions.listDecisions',
  'sessions.confirmObservation': 'sessions.listDecisions',
  'me.putLevel': null,
  'privacy.putConsent': null,
}

/** Returns the query that shows the thing that a command changes: the longest address above it. */
function shownBy({ id, http }: Operation): Operation | undefined {
  const showing = queries
    .map(([, query]) => query)
    .filter(({ output }) => output instanceof z.ZodObject && 'version' in output.shape)
  const other = shownElsewhere[id]
  if (other !== undefined) return showing.find((query) => query.id === other)
  const above = showing.filter(({ http: { path } }) => `${http.path}/`.startsWith(`${path}/`))
  return above.toSorted((a, b) => b.http.path.length - a.http.path.length)[0]
}

/** Returns the address at which a query shows what a request is about. */
function addressOf({ http }: Operation, { path }: Ask): string {
  const segments = path.split('/')
  return http.path
    .split('/')
    .map((segment, at) => (segment.startsWith('{') ? segments[at] : segment))
    .join('/')
}

const withGet = versioned.filter(([id]) => shownElsewhere[id] !== null)

describe.each(withGet)('%s', (_, operation) => {
  test('takes the tag that GET answers with', async () => {
    const { athlete, asked } = await arranged(operation)
    const shown = shownBy(operation)
    if (!shown) throw new Error('no GET shows its version')
    const { headers } = expectStatus(await athlete.get(addressOf(shown, asked)), 200)
    const tag = headers.get('etag') ?? ''
    expectStatus(await ask(api, operation, asked, athlete.token, { 'if-match': tag }), operation.http.status)
  })
})

/** Commands that change a part of a session, and are not about the decision that follows from it. */
const inSession = versioned.filter(
  ([id, { http }]) => http.path.startsWith('/sessions/{sessionId}/exercises/{') && shownElsewhere[id] === undefined,
)

describe.each(inSession)('%s', (_, operation) => {
  const sessionOf = ({ path }: Ask) => path.split('/').slice(0, 3).join('/')
  const exerciseOf = ({ path }: Ask) => path.split('/').slice(0, 5).join('/')

  test('takes the tag of the session, and refuses it once the exercise has changed', async () => {
    const { athlete, asked } = await arranged(operation)
    const { headers } = expectStatus(await athlete.get(sessionOf(asked)), 200)
    const tag = { 'if-match': headers.get('etag') ?? '' }
    api.setNow('2026-11-22T12:00:01.000Z')
    expectStatus(await athlete.patch(exerciseOf(asked), { planned: { notes: 'Of the other device' } }), 200)
    expect(problemOf(await ask(api, operation, asked, athlete.token, tag))).toEqual(['412 VERSION_MISMATCH'])
    const now = expectStatus(await athlete.get(sessionOf(asked)), 200).headers.get('etag') ?? ''
    expectStatus(await ask(api, operation, asked, athlete.token, { 'if-match': now }), operation.http.status)
    api.setNow(noon)
  })
})
