import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { testApi } from '#tests/support/api.js'
import { longestGapOf } from '#tests/support/event-loop.js'
import { makeHistory } from '#tests/support/long-history.js'
import { noon } from '#tests/support/session-api.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const sessions = 1_000
/** A slice has about 10 ms; the rest is for the collector of garbage and for machines that are busy. */
const gapMsMax = 100
/** What an answer may take beyond its deadline. */
const graceMs = 450
const late = { deadlineMs: 60 }

const api = await testApi({ env: { REQUEST_DEADLINE_MS: '60000', RATE_LIMIT_REQUESTS: '1000000' } })
api.setNow(noon)
const athlete = await api.athlete()
const { config } = api.environment
const hurried = api.servedWith(athlete, { config: { ...config, http: { ...config.http, ...late } } })

beforeAll(() => makeHistory(api.db.rows, athlete.id, { sessions, until: '2026-11-20' }), 60_000)

// recipes are written for athletes who have none on this day
beforeEach(() => api.db.rows('delete from check_ins'))

/** Erases the athlete, and is asked last. */
const erasing = 'privacy.eraseAccount'
const operations = [
  ...servedOperations.filter(({ id }) => id !== erasing),
  ...servedOperations.filter(({ id }) => id === erasing),
].map((operation) => [operation.id, operation] as const)

async function askOnce(operation: Operation) {
  const asked = await recipeOf(operation.id)(athlete, api)
  const { result, gapMs } = await longestGapOf(() => ask(api, operation, asked, athlete.token))
  return { ...result, gapMs }
}

/** Everything that commands write: events, derived state, kept answers. */
function written() {
  return api.db.rows(
    `select
      (select count(*) from events) as events,
      (select count(*) from idempotency_keys) as answers,
      (select sum(version) from training_versions) as training,
      (select count(*) from goals) as goals,
      (select string_agg(version::text, ' ' order by id) from workout_sessions) as sessions`,
  )
}

describe(`beyond its deadline, for an athlete with ${sessions} sessions,`, () => {
  test.each([
    ['GET', '/me/warnings', undefined],
    ['GET', '/me/next-workout', undefined],
    ['GET', '/me/deload', undefined],
    ['GET', '/me/goals', undefined],
    ['GET', '/me/readiness', undefined],
    ['GET', '/me/levels?at=2026-11-22T11:00:00.000Z', undefined],
    ['POST', '/me/goals', { kind: 'consistency', target: 3 }],
    ['POST', '/me/deload', {}],
    ['POST', '/me/next-workout/accept', {}],
    ['PUT', '/me/levels/Push', { level: 3 }],
  ] as const)('%s %s is answered 504 in time, and nothing is written', { retry: 2 }, async (method, path, body) => {
    const before = await written()
    const startedAt = performance.now()
    const key = { headers: { 'idempotency-key': `late-${path.replace(/\W+/g, '-')}` } }
    const { status, body: answered } = await (method === 'GET'
      ? hurried.get(path)
      : hurried[method === 'POST' ? 'post' : 'put'](path, body, key))
    const tookMs = performance.now() - startedAt
    expect(status, JSON.stringify(answered)).toBe(504)
    expect(tookMs).toBeLessThan(late.deadlineMs + graceMs)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await written()).toEqual(before)
  })
})

describe(`an athlete with ${sessions} sessions`, () => {
  test.each(operations)('%s holds up nobody else', { retry: 2, timeout: 30_000 }, async (id, operation) => {
    const { status, body, gapMs } = await askOnce(operation)
    // the work was done also where such an athlete is refused: there was no break to come back from
    expect([operation.http.status, 409], JSON.stringify(body)).toContain(status)
    expect(gapMs, `${id} kept the event loop for ${Math.round(gapMs)} ms`).toBeLessThan(gapMsMax)
  })
})
