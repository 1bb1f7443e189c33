import { afterAll } from 'vitest'
import { neonDatabase } from '#database/adapters/neon.js'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import { freePort } from '#local/postgres/free-port.js'
import type { TestDatabase } from '#tests/support/database.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import { startTcpProxy } from '#tests/support/tcp-proxy.js'

export type Fault = 'cut before commit' | 'cut after commit' | 'no answer'

/** An adapter under test, with a wire to PostgreSQL that the test controls. */
export type Subject = {
  readonly name: string
  readonly database: Database
  /** The same adapter, sent to a port where nobody listens. */
  readonly refusing: Database
  /** Exchanges seen on the wire so far. */
  readonly roundTrips: () => number
  readonly failNext: (fault: Fault) => void
}

const answerMsMax = 1_500

/** Both adapters over one database, the pg adapter with and without prepared statements. */
export async function openSubjects(test: TestDatabase): Promise<Subject[]> {
  const subjects = [
    await pgSubject(test.url, 'pg, statements prepared', true),
    await pgSubject(test.url, 'pg, statements not prepared', false),
    await neonSubject(test.url),
  ]
  afterAll(() => Promise.all(subjects.map(({ close }) => close())))
  return subjects.map(({ subject }) => subject)
}

async function pgSubject(url: string, name: string, namedStatements: boolean) {
  const proxy = await startTcpProxy(url)
  const options = { namedStatements, answerMsMax, connectionsMax: 3 }
  const database = pgDatabase(proxy.url, options)
  const refusing = pgDatabase(`postgres://ada:secret@127.0.0.1:${await freePort()}/nowhere`)
  const wire = {
    'cut before commit': 'cut request',
    'cut after commit': 'cut answer',
    'no answer': 'swallow answer',
  } as const
  const subject: Subject = {
    name,
    database,
    refusing,
    roundTrips: proxy.exchanges,
    failNext: (fault) => proxy.failNext(wire[fault]),
  }
  return {
    subject,
    close: async () => {
      await Promise.all([database.close(), refusing.close()])
      await proxy.close()
    },
  }
}

async function neonSubject(url: string) {
  const endpoint = await startNeonEndpoint()
  const nobody = `http://127.0.0.1:${await freePort()}/sql`
  const subject: Subject = {
    name: 'neon',
    database: neonDatabase(url, { endpoint: endpoint.url, answerMsMax }),
    refusing: neonDatabase('postgres://ada:secret@nowhere.example/nowhere', { endpoint: nobody }),
    roundTrips: endpoint.requests,
    failNext: endpoint.failNext,
  }
  return { subject, close: endpoint.close }
}
