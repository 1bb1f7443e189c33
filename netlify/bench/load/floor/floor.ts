import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import pg from 'pg'
import { rangeOf } from '#domain/calendar/iso-week.js'
import { serveHere } from '../servers/serve.js'
import type { AnyCheckpoint } from './follow-session.js'
import * as statements from './statements.js'
import { tokenVerifier, type WhoAsks } from './token.js'
import { anyCheckpoint } from './training-statements.js'
import { type Work, workOn } from './work.js'

/**
 * The least that could do it: `node:http`, `pg`, the same verification of the token, and nothing
 * else: no validation, no quota, no idempotency, no row-level security, no log.
 */
await serveHere(async () => {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 })
  const named = process.env.FLOOR_NAMED === 'true'
  const sameRows = process.env.FLOOR_SAME_ROWS === 'true' ? await checkpointIn(pool) : null
  return floor(workOn(pool, { named, sameRows }), await tokenVerifier())
})

async function checkpointIn(pool: pg.Pool): Promise<AnyCheckpoint> {
  const { rows } = await pool.query<AnyCheckpoint>(anyCheckpoint)
  if (!rows[0]) throw new Error('nobody in the database of the bench has trained')
  return rows[0]
}

function floor(work: Work, whoAsks: WhoAsks): RequestListener {
  return (incoming, outgoing) => {
    answer(work, whoAsks, incoming)
      .then((body) => send(outgoing, incoming.method === 'GET' ? 200 : 201, body))
      .catch((error) => send(outgoing, 500, { error: String(error) }))
  }
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body ?? null)
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  outgoing.end(text)
}

async function answer(work: Work, whoAsks: WhoAsks, incoming: IncomingMessage): Promise<unknown> {
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  const [, , , room, id, part, exerciseId] = url.pathname.split('/')
  if (room === 'exercises') return library(work, id, url.searchParams)
  const athlete = await whoAsks(incoming.headers)
  if (room === 'me') return (await work.read(statements.week, [athlete, ...daysOf(part)]))[0]
  if (incoming.method === 'GET') return (await work.read(statements.session, [id, athlete]))[0]
  const body = await bodyOf(incoming)
  if (!id) return work.createSession(athlete, body.date)
  if (part === 'exercises') return work.logSet(athlete, { sessionId: id, exerciseId, ...body })
  return part === 'complete' ? work.completeSession(athlete, id) : work.putSession(athlete, { id, ...body })
}

function library(work: Work, slug: string | undefined, filters: URLSearchParams): Promise<unknown> {
  if (slug) return work.read(statements.exerciseBySlug, [slug]).then(([found]) => found)
  return work.read(statements.libraryList, [filters.get('category'), filters.get('level')])
}

async function bodyOf(incoming: IncomingMessage): Promise<ReturnType<typeof JSON.parse>> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

function daysOf(week = ''): [string, string] {
  const { from, to } = rangeOf(week)
  return [from, to]
}
