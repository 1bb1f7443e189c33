import { toDatabaseError } from '../errors.js'
import type { BatchOptions, Database, Isolation } from '../port.js'
import type { Statement } from '../statement.js'
import { parseAll } from './parse-all.js'
import { toRows, toText } from './types.js'

export type NeonOptions = {
  /** Where Neon's HTTP protocol is spoken, when that is not Neon itself. */
  readonly endpoint?: string | null
  /** How long to wait for an answer, in milliseconds. */
  readonly answerMsMax?: number
}

const answerMsMaxDefault = 30_000

/** Neon: a query or a batch is one HTTPS round trip, and no connection is held in between. */
export function neonDatabase(url: string, options: NeonOptions = {}): Database {
  const opening = openClient(url, options.endpoint ?? null)
  // whoever asks something hears of it
  opening.catch(() => undefined)
  const answerMsMax = options.answerMsMax ?? answerMsMaxDefault
  // a signal takes whole milliseconds only
  const deadline = (msMax = answerMsMax) => ({ signal: AbortSignal.timeout(Math.ceil(Math.min(msMax, answerMsMax))) })
  const prepare = (client: Client, { text, values }: Statement, fetchOptions?: { signal: AbortSignal }) =>
    // the driver reads `types` from each query only, and ignores it among the options of neon()
    client.query(text, values.map(toText), { types: rawText, ...(fetchOptions ? { fetchOptions } : {}) })
  return {
    async query<Result>(statement: Statement<Result>) {
      const result = await answered(prepare(await opening, statement, deadline()), statement.name, true)
      return statement.parse(toRows(result))
    },
    async batch<const Statements extends readonly Statement[]>(statements: Statements, batch: BatchOptions = {}) {
      if (statements.length === 0) return parseAll(statements, [])
      const client = await opening
      const queries = statements.map((statement) => prepare(client, statement))
      const work = client.transaction(queries, {
        ...transactionOptions(batch),
        fetchOptions: deadline(batch.answerMsMax),
      })
      return parseAll(statements, await answered(work, null, batch.readOnly !== true))
    },
    close: () => Promise.resolve(),
  }
}

type Driver = typeof import('@neondatabase/serverless')
type Client = Awaited<ReturnType<typeof openClient>>

/**
 * The driver takes about 20 ms to load, and a bundler would lift a static import to the top of
 * every function.
 */
async function openClient(url: string, endpoint: string | null) {
  const { neon, neonConfig } = await import('@neondatabase/serverless')
  routeTo(neonConfig, url, endpoint)
  return neon(url, { arrayMode: true, fullResults: true })
}

/** Values are read by types.ts, as the other adapter's are. */
const rawText = { getTypeParser: () => (text: string) => text }

const isolationLevels = {
  'read committed': 'ReadCommitted',
  'repeatable read': 'RepeatableRead',
  serializable: 'Serializable',
} as const satisfies Record<Isolation, string>

/** The driver reads `isolationLevel`; its documentation says `isolationMode`, which it ignores. */
function transactionOptions({ isolation, readOnly }: BatchOptions) {
  return {
    ...(isolation ? { isolationLevel: isolationLevels[isolation] } : {}),
    ...(readOnly === undefined ? {} : { readOnly }),
  }
}

/** Waits for the answer; a batch's answer does not say which of its statements failed. */
async function answered<Result>(work: PromiseLike<Result>, name: string | null, writes: boolean): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw toDatabaseError(error, name, { mayHaveCommitted: writes })
  }
}

const endpoints = new Map<string, string>()
let isRouted = false

/**
 * The driver knows one endpoint for the whole process, so ours is looked up by the database's host
 * and port.
 */
function routeTo(neonConfig: Driver['neonConfig'], url: string, endpoint: string | null): void {
  const { hostname, port } = new URL(url)
  const key = `${hostname}:${port}`
  if (endpoint) endpoints.set(key, endpoint)
  else endpoints.delete(key)
  if (isRouted) return
  isRouted = true
  const neonsOwn = neonConfig.fetchEndpoint
  neonConfig.fetchEndpoint = (host, hostPort, options) =>
    endpoints.get(`${host}:${hostPort}`) ??
    (typeof neonsOwn === 'function' ? neonsOwn(host, hostPort, options) : neonsOwn)
}
