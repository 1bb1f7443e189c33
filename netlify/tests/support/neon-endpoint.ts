import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { execute, HangUp, type NeonFault, Silence } from './neon-endpoint/execute.js'
import { type NeonRequest, ProtocolError, parseNeonRequest } from './neon-endpoint/protocol.js'

export type { NeonFault } from './neon-endpoint/execute.js'

export type NeonEndpoint = {
  /** For `neonDatabase(url, { endpoint })` or `NEON_ENDPOINT`. */
  readonly url: string
  /** Requests answered or hung up on so far: each is a round trip. */
  readonly requests: () => number
  /** Hangs up on the next request, at this moment of its work. */
  failNext(fault: NeonFault): void
  close(): Promise<void>
}

/** Serves Neon's HTTP protocol over the PostgreSQL that `Neon-Connection-String` names. */
export async function startNeonEndpoint(): Promise<NeonEndpoint> {
  const pools = new Map<string, pg.Pool>()
  let requests = 0
  let fault: NeonFault | null = null
  const server = createServer((request, response) => {
    requests += 1
    const planned = fault
    fault = null
    void answer(request, response, (work) => runOn(pools, work, planned))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/sql`,
    requests: () => requests,
    failNext: (planned) => {
      fault = planned
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
}

async function runOn(pools: Map<string, pg.Pool>, request: NeonRequest, fault: NeonFault | null): Promise<unknown> {
  const { connectionString } = request
  const pool = pools.get(connectionString) ?? openPool(connectionString)
  pools.set(connectionString, pool)
  const client = await pool.connect()
  try {
    return await execute(client, request, fault)
  } finally {
    client.release()
  }
}

/** A dropped database takes its connections with it, which is no fault of the endpoint. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 5, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

type Work = (request: NeonRequest) => Promise<unknown>

async function answer(request: IncomingMessage, response: ServerResponse, work: Work): Promise<void> {
  try {
    const text = await readAll(request)
    send(response, 200, await work(parseNeonRequest(request.headers, text)))
  } catch (error) {
    if (error instanceof Silence) return
    if (error instanceof HangUp) request.socket.destroy()
    else if (error instanceof pg.DatabaseError)
      send(response, 400, { message: error.message, ...sqlStateFields(error) })
    else if (error instanceof ProtocolError) send(response, 400, { message: error.message })
    else send(response, 500, { message: String(error) })
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sqlStateFields(error: pg.DatabaseError) {
  const { severity, code, detail, hint, position, internalPosition, internalQuery, where } = error
  const { schema, table, column, dataType, constraint, file, line, routine } = error
  const place = { position, internalPosition, internalQuery, where, file, line, routine }
  return { severity, code, detail, hint, schema, table, column, dataType, constraint, ...place }
}
