import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import type { Environment } from '#http/environment.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { silentLog } from '#infrastructure/observability/log.js'
import { type Client, clientOf } from '#tests/support/api.js'
import { consentToHealthData } from '#tests/support/consent.js'
import { testEnvironment, testSettings } from '#tests/support/environment.js'
import { idOf } from '#tests/support/ids.js'
import { lastingSeconds, type TestIssuer, testBaseUrl, testIssuer } from '#tests/support/tokens.js'
import type { FaultContext } from './context.js'
import { registerEndpoint } from './invariants/outbox.js'
import { openWitness, type Send, type Witness } from './witness.js'

export type FaultAthlete = Client & { readonly id: AthleteId; readonly token: string }

/** The real operations over a database that may break, and a way past it to look. */
export type FaultApi = {
  readonly environment: Environment
  readonly issuer: TestIssuer
  /** Any request below `/api/v1`, noted by the witness. */
  readonly send: Send
  readonly witness: Witness
  readonly athlete: (fields?: { timeZone?: string }) => Promise<FaultAthlete>
  /** The same athlete, served by another API on the same database. */
  readonly as: (athlete: { id: AthleteId; token: string }) => FaultAthlete
  /** Any SQL as the owner, over a connection that does not break. */
  readonly rows: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly failures: unknown[]
}

type Parts = {
  /** The owner's URL. */
  readonly url: string
  /** What the API works on; pg's adapter on the same URL when it is left out. */
  readonly database?: Database
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: () => Date
  /** Of another API on the same database. */
  readonly issuer?: TestIssuer
  readonly witness?: Witness
}

/** The settings of an API under test, whether it is in this process or has one of its own. */
export function settingsOf(url: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  // a quota is what most checks are not about
  const wide = { RATE_LIMIT_REQUESTS: '1000000' }
  return { ...testSettings, ...wide, DATABASE_URL: url, ...env }
}

/** Serves the operations in this process. */
export async function openApi(context: FaultContext, parts: Parts): Promise<FaultApi> {
  const database = parts.database ?? pgDatabase(parts.url)
  const owner = new pg.Pool({ connectionString: parts.url, max: 2, allowExitOnIdle: true })
  owner.on('error', () => undefined)
  context.onEnd(() => Promise.all([owner.end(), database.close()]))
  const failures: unknown[] = []
  const environment = testEnvironment(settingsOf(parts.url, parts.env), {
    database,
    log: { ...silentLog, failure: (_, error) => failures.push(error) },
    clock: parts.clock ?? (() => new Date()),
  })
  const handle = serve(servedOperations, () => environment)
  const witness = parts.witness ?? openWitness()
  const send = witness.watch((path, init) => handle(new Request(`${testBaseUrl}/api/v1${path}`, init)))
  const issuer = parts.issuer ?? (await testIssuer(parts.url, testBaseUrl, environment.clock))
  const as: FaultApi['as'] = ({ id, token }) => ({ id, token, ...clientOf(send, token) })
  const rows: FaultApi['rows'] = async <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) =>
    (await owner.query<Row>(text, [...(values ?? [])])).rows
  const athlete: FaultApi['athlete'] = async ({ timeZone = 'UTC' } = {}) => {
    const id = idOf.athlete(randomUUID())
    await rows('insert into users (id, email, name, time_zone) values ($1, $2, $3, $4)', [
      ...[id, `${id}@example.com`, 'Ada', timeZone],
    ])
    await consentToHealthData({ rows }, id)
    await registerEndpoint(rows, id)
    return as({ id, token: await issuer.issueToken({ sub: id, expiresIn: lastingSeconds }) })
  }
  return { environment, issuer, send, witness, athlete, as, rows, failures }
}
