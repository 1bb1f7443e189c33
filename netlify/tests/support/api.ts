import { afterAll } from 'vitest'
import type { Scope } from '#domain/account/principal.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import type { Environment } from '#http/environment.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import type { Config } from '#infrastructure/config/config.js'
import { type RequestRecord, silentLog } from '#infrastructure/observability/log.js'
import type { Operation } from '#orchestration/contract.js'
import { consentToHealthData } from './consent.js'
import { createTestDatabase, type TestDatabase } from './database.js'
import { expectDocumented } from './documented-answers.js'
import { testEnvironment } from './environment.js'
import { lastingSeconds, type TestIssuer, testBaseUrl, testIssuer } from './tokens.js'

/** An answer with its parsed JSON, or null without a body. */
export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly body: ReturnType<typeof JSON.parse>
}

type Options = { readonly headers?: Record<string, string> }

export type Client = {
  readonly get: (path: string, options?: Options) => Promise<Answered>
  readonly post: (path: string, body?: unknown, options?: Options) => Promise<Answered>
  readonly put: (path: string, body: unknown, options?: Options) => Promise<Answered>
  readonly patch: (path: string, body: unknown, options?: Options) => Promise<Answered>
  readonly delete: (path: string, options?: Options) => Promise<Answered>
}

type AthleteFields = {
  readonly name?: string
  readonly timeZone?: string
  readonly scopes?: readonly Scope[]
  readonly consents?: boolean
}

export type TestAthlete = Client & { readonly id: AthleteId; readonly token: string }

export type TestApi = {
  readonly db: TestDatabase
  readonly config: Config
  readonly issuer: TestIssuer
  /** The environment in which the operations are served; a test may serve them in another one. */
  readonly environment: Environment
  /**
   * Sends any request below `/api/v1` as the functions would serve it. Fails when the answer is not
   * as documented.
   */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** A client without a token. */
  readonly visitor: Client
  /**
   * Makes an athlete with a token for every scope, or for the named ones, who consents to the use of
   * health data unless told otherwise.
   */
  readonly athlete: (fields?: AthleteFields) => Promise<TestAthlete>
  /**
   * The same athlete on the same database, served by another release: with some parts of the
   * environment replaced.
   */
  readonly servedWith: (athlete: TestAthlete, parts: Partial<Environment>) => TestAthlete
  /** The log lines of all requests so far. */
  readonly requests: RequestRecord[]
  /** The errors of the server so far. */
  readonly failures: unknown[]
  /** Sets the clock, which stands still from then on. */
  readonly setNow: (instant: string | Date) => void
}

/**
 * Serves the real operations on a real database with the library, which is dropped after the test
 * file.
 */
export async function testApi(
  parts: { operations?: readonly Operation[]; env?: Record<string, string> } = {},
): Promise<TestApi> {
  const db = await createTestDatabase('library')
  afterAll(() => db.close())
  const { environment, ...seen } = observed(db, parts.env)
  const issuer = await testIssuer(db.url, testBaseUrl, environment.clock)
  const served = parts.operations ?? servedOperations
  const fetchIn = (parts: Partial<Environment>): TestApi['fetch'] => {
    const handle = serve(served, () => ({ ...environment, ...parts }))
    return async (path, init) => {
      const request = new Request(`${testBaseUrl}/api/v1${path}`, init)
      const response = await handle(request)
      // the answer hides an error of the server, so the output of the test shows it
      if (response.status === 500) console.error(seen.failures.at(-1))
      const requestId = response.headers.get('x-request-id')
      const reached = seen.requests.findLast((record) => record.requestId === requestId)?.operation
      const operation = served.find(({ id }) => id === reached) ?? null
      // a body that is cloned is kept whole until both are read
      await expectDocumented(request.method, operation, response.status < 400 ? response : response.clone())
      return response
    }
  }
  const fetchApi = fetchIn({})
  return {
    db,
    config: environment.config,
    issuer,
    environment,
    fetch: fetchApi,
    visitor: clientOf(fetchApi, null),
    athlete: (fields = {}) => signIn({ db, issuer, fetchApi }, fields),
    servedWith: (athlete, parts) => ({ ...athlete, ...clientOf(fetchIn(parts), athlete.token) }),
    ...seen,
  }
}

function observed({ url, database }: TestDatabase, env: Record<string, string> = {}) {
  const requests: RequestRecord[] = []
  const failures: unknown[] = []
  let now: Date | null = null
  const environment = testEnvironment(
    { DATABASE_URL: url, ...env },
    {
      database,
      log: { ...silentLog, request: (record) => requests.push(record), failure: (_, error) => failures.push(error) },
      clock: () => now ?? new Date(),
    },
  )
  const setNow = (instant: string | Date) => {
    now = new Date(instant)
  }
  return { environment, requests, failures, setNow }
}

async function signIn(
  { db, issuer, fetchApi }: { db: TestDatabase; issuer: TestIssuer; fetchApi: TestApi['fetch'] },
  { scopes, consents = true, ...fields }: AthleteFields,
): Promise<TestAthlete> {
  const id = await db.insertAthlete(fields)
  if (consents) await consentToHealthData(db, id)
  const token = await issuer.issueToken({
    sub: id,
    expiresIn: lastingSeconds,
    ...(scopes ? { scope: scopes.join(' ') } : {}),
  })
  return { id, token, ...clientOf(fetchApi, token) }
}

/** Parses JSON; returns a text itself, and null for nothing and for a file, which is taken and thrown away. */
async function bodyOf(response: Response): Promise<Answered['body']> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('zip')) {
    // a file as one text would keep the event loop from whom a test looks after
    for await (const _ of response.body ?? []);
    return null
  }
  const text = await response.text()
  if (text === '') return null
  return type.includes('json') ? JSON.parse(text) : text
}

/** A client that sends and reads JSON, with a token or without. */
export function clientOf(fetchApi: TestApi['fetch'], token: string | null): Client {
  const send = async (method: string, path: string, body?: unknown, { headers }: Options = {}): Promise<Answered> => {
    const init: RequestInit = {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const response = await fetchApi(path, init)
    return { status: response.status, headers: response.headers, body: await bodyOf(response) }
  }
  return {
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
  }
}
