import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { NotRun } from '../fault-check.js'
import { openContext } from '../support/context.js'
import { openSqlmap, type SqlmapFinding } from './sql-injection/sqlmap.js'

const { context, close } = openContext(inject('testServer'), { full: false, seed: 1 })
let port = 0

async function nameIn(incoming: IncomingMessage): Promise<string> {
  const body = await text(incoming)
  return body === '' ? (new URL(`http://a${incoming.url}`).searchParams.get('name') ?? '') : JSON.parse(body).name
}

/** Answers with what stands under a name; the name goes into the statement as it is. */
async function serveInjectable(): Promise<void> {
  const pool = new pg.Pool({ connectionString: await context.makeDatabase(), max: 4 })
  const found = async (name: string): Promise<unknown[]> => {
    const answered = await pool.query(`select name, description from exercise_categories where name = '${name}'`)
    // several statements have several results
    return [answered].flat().flatMap(({ rows }) => rows)
  }
  const server = createServer(async (incoming, outgoing) => {
    const rows = await nameIn(incoming)
      .then(found)
      .catch(() => [])
    outgoing.writeHead(rows.length > 0 ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(rows))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  context.onEnd(async () => {
    server.closeAllConnections()
    server.close()
    await pool.end()
  })
}

beforeAll(serveInjectable)
afterAll(close)

function attack(line: string, body = ''): Promise<SqlmapFinding> | null {
  const type = body === '' ? '' : 'Content-Type: application/json\r\n'
  try {
    return openSqlmap(context)({
      name: line,
      request: `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${type}\r\n${body}`,
    })
  } catch (error) {
    if (error instanceof NotRun) return null
    throw error
  }
}

test.for([
  ['a query parameter', 'GET /things?name=Push*', ''],
  ['a field of a body', 'POST /things', '{"name": "Push*"}'],
] as const)(
  'sqlmap finds %s that is put into a statement unescaped',
  { timeout: 60_000 },
  async ([, line, body], { skip }) => {
    const finding = await attack(line, body)
    if (!finding) return skip('the command sqlmap is missing')
    expect(finding.injectable, finding.output).toHaveLength(1)
  },
)
