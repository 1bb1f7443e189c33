import { createServer } from 'node:http'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { sql } from '#database/statement.js'
import { serve } from '#http/serve.js'
import { deploymentAuthenticator } from '#infrastructure/auth/deployment-authenticator.js'
import { command } from '#orchestration/operation.js'
import { testApi } from '#tests/support/api.js'
import { run } from '#tests/support/statements.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const deadlineMs = 1_000
/**
 * The time that may be added: the grace in which the database answers first, and a busy machine.
 */
const slackMs = 2_500

const sleep = (seconds: number) => run(sql`select pg_sleep(${seconds}::double precision)`, 'sleep')

const sleeper = command({
  id: 'test.sleep',
  http: { method: 'POST', path: '/test/sleep', status: 200 },
  summary: '',
  access: { scope: 'profile:write' },
  input: { body: z.strictObject({ reading: z.number(), writing: z.number() }) },
  output: z.strictObject({}),
  refusals: [],
  run: async (context, { body }) => {
    await context.read(sleep(body.reading))
    return { statements: [sleep(body.writing)], events: [], output: {} }
  },
})

const api = await testApi({ operations: [sleeper], env: { REQUEST_DEADLINE_MS: `${deadlineMs}` } })
const athlete = await api.athlete()

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const startedAt = performance.now()
  return { result: await work, ms: performance.now() - startedAt }
}

describe('the deadline of a request', () => {
  test('does not affect a quick request', async () => {
    expect((await athlete.post('/test/sleep', { reading: 0.01, writing: 0.01 })).status).toBe(200)
  })

  test('covers all units of work together, even when each alone would be in time', async () => {
    const { result, ms } = await timed(athlete.post('/test/sleep', { reading: 0.75, writing: 0.75 }))
    expect([result.status, result.body.code]).toEqual([504, 'DEADLINE_EXCEEDED'])
    expect(ms).toBeLessThan(deadlineMs + slackMs)
  })

  test('ends a single unit of work that takes too long', async () => {
    const { result, ms } = await timed(athlete.post('/test/sleep', { reading: 20, writing: 0 }))
    expect(result.status).toBe(504)
    expect(ms).toBeLessThan(deadlineMs + slackMs)
    // the count went with the unit of work, and was made up for
    expect(result.headers.get('ratelimit')).toMatch(/^"default";r=\d+;/)
  })

  test('includes the time in which the body arrives', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"reading":')),
    })
    const headers = { authorization: `Bearer ${athlete.token}`, 'content-type': 'application/json' }
    const init: RequestInit = { method: 'POST', headers, body, duplex: 'half' }
    const { result, ms } = await timed(api.fetch('/test/sleep', init))
    expect(result.status).toBe(408)
    expect(await result.json()).toMatchObject({ code: 'REQUEST_TIMEOUT' })
    expect(ms).toBeLessThan(deadlineMs + slackMs)
  })
})

describe('an issuer that does not answer when its keys are fetched', () => {
  const silent = createServer(() => undefined)
  beforeAll(() => new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    silent.closeAllConnections()
    silent.close()
  })

  test('ends the request at its deadline', async () => {
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const issuer = { issuer: 'https://accounts.example', audience: 'calistheniq', algorithms: ['HS256'] }
    const issuers = [{ ...issuer, jwksUrl: `http://127.0.0.1:${port}/` }]
    const config = { ...api.config, auth: { ...api.config.auth, issuers } }
    const authenticate = deploymentAuthenticator(config, api.environment.database)
    const handle = serve([sleeper], () => ({ ...api.environment, authenticate }))
    const token = await new SignJWT({ sub: athlete.id, iss: issuer.issuer, aud: issuer.audience })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(new Uint8Array(32))
    const headers = { authorization: `Bearer ${token}` }
    const asked = handle(new Request(`${testBaseUrl}/api/v1/test/sleep`, { method: 'POST', headers }))
    const { result, ms } = await timed(asked)
    expect(result.status).toBe(504)
    expect(ms).toBeLessThan(deadlineMs + slackMs)
  })
})
