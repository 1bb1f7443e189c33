import type pg from 'pg'
import { withClient } from '#tests/support/with-client.js'
import { median } from '../drive/statistics.js'
import { type Ground, requestsOf, type Subject } from '../drive/subject.js'
import type { OperationName, WireRequest } from '../operations/ask.js'
import { lookedAt } from './plans.js'
import type { Tapped } from './tapped.js'
import type { Heard } from './wire-tap.js'

/** What one request of an operation takes; all but the WAL is exact. */
export type Exact = {
  readonly roundTrips: number
  readonly statements: number
  /** The least of any request: whether requests are borrowed for others on the way depends on when they come. */
  readonly statementsMin: number
  /** Rows that any node of any plan looked at; null where the server cannot tell. */
  readonly rowsRead: number | null
  /** Pages of 8 kB that were looked at, in memory or not; null where the server cannot tell. */
  readonly pagesRead: number | null
  /**
   * Bytes of WAL, with those of the commit: the least of several batches, because others write too. Images of
   * whole pages, which the first change of a page after each checkpoint of the server writes, are left out
   * where the server can tell them apart (the extension pg_walinspect).
   */
  readonly walBytes: number
  /** Bytes of the answer's body. */
  readonly payloadBytes: number
}

/** Requests before any is counted: statements are prepared by then, and the library is known. */
const warmUp = 300
const counted = 9
const [walBatches, walRequests] = [5, 8]

/**
 * Asks the product one request after another.
 *
 * @throws Error with the body when an answer is no success.
 */
export async function measureExact(
  { subject, tap, plans }: Tapped,
  operation: OperationName,
  ground: Ground,
): Promise<Exact> {
  const isPublic = operation === 'library-list' || operation === 'exercise'
  const toWarm = isPublic ? warmUp : 12
  const next = await requestsOf(subject, operation, ground, toWarm + counted + walBatches * walRequests)
  const ask = () => send(subject, next())
  for (let asked = 0; asked < toWarm; asked += 1) await ask()
  const answers: number[] = []
  const heard: Heard[] = []
  for (let asked = 0; asked < counted; asked += 1) {
    tap.take()
    answers.push(await ask())
    heard.push(tap.take())
  }
  const looked = heard.map(({ notices }) => lookedAt(notices))
  return {
    roundTrips: median(heard.map(({ roundTrips }) => roundTrips)),
    statements: median(heard.map(({ statements }) => statements.length)),
    statementsMin: Math.min(...heard.map(({ statements }) => statements.length)),
    rowsRead: plans ? median(looked.map(({ rows }) => rows)) : null,
    pagesRead: plans ? median(looked.map(({ pages }) => pages)) : null,
    payloadBytes: median(answers),
    walBytes: await walOf(ground.url, ask),
  }
}

async function send({ name, server }: Subject, { path, ...init }: WireRequest): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init)
  const body = await response.arrayBuffer()
  if (!response.ok)
    throw new Error(`${name} answered ${init.method} ${path} with ${response.status}: ${Buffer.from(body)}`)
  return body.byteLength
}

async function walOf(url: string, ask: () => Promise<unknown>): Promise<number> {
  return withClient(url, async (client) => {
    const between = (await canInspect(client)) ? recordsBetween : positionsBetween
    const batches: number[] = []
    for (let batch = 0; batch < walBatches; batch += 1) {
      const before = await positionOf(client)
      for (let asked = 0; asked < walRequests; asked += 1) await ask()
      batches.push(await between(client, before, await positionOf(client)))
    }
    return Math.round(Math.min(...batches) / walRequests)
  })
}

async function positionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select pg_current_wal_flush_lsn() as at')
  return rows[0]?.at ?? '0/0'
}

/** Tells whether the records between two positions can be looked at. */
async function canInspect(client: pg.Client): Promise<boolean> {
  const created = client.query('create extension if not exists pg_walinspect')
  return created.then(
    () => true,
    () => false,
  )
}

async function recordsBetween(client: pg.Client, from: string, to: string): Promise<number> {
  if (from === to) return 0
  try {
    const { rows } = await client.query<{ bytes: string }>(
      'select sum(record_size) as bytes from pg_get_wal_stats($1::pg_lsn, $2::pg_lsn)',
      [from, to],
    )
    return Number(rows[0]?.bytes ?? 0)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    // what lies between is the beginning of a record, and nobody's who asked
    if (why.startsWith('could not find a valid record')) return 0
    // a checkpoint came in between, and the records are gone
    if (why.endsWith('has already been removed')) return positionsBetween(client, from, to)
    throw error
  }
}

async function positionsBetween(client: pg.Client, from: string, to: string): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select $2::pg_lsn - $1::pg_lsn as bytes', [from, to])
  return Number(rows[0]?.bytes ?? 0)
}
