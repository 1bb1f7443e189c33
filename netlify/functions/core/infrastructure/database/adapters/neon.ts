import { inSlices } from '#infrastructure/time/in-slices.js'
import { toDatabaseError } from '../errors.js'
import type { BatchOptions, Database, Isolation } from '../port.js'
import type { Statement } from '../statement.js'
import { parseAll, parseOne } from './parse-all.js'
import { toText } from './types.js'

export type NeonOptions = {
  /** The address of a server that speaks Neon's HTTP protocol, when it is not Neon itself. */
  readonly endpoint?: string | null
  /** How long to wait for an answer, in milliseconds. */
  readonly answerMsMax?: number
}

const answerMsMaxDefault = 30_000

/**
 * Opens a database over Neon's HTTP protocol: a query or a batch is one HTTPS request, and no
 * connection stays open between requests.
 */
export function neonDatabase(url: string, options: NeonOptions = {}): Database {
  const opening = openClient(url, options.endpoint ?? null)
  // the first query or batch awaits `opening` and reports the failure
  opening.catch(() => undefined)
  const answerMsMax = options.answerMsMax ?? answerMsMaxDefault
  // AbortSignal.timeout takes whole milliseconds only
  const deadline = (msMax = answerMsMax) => ({ signal: AbortSignal.timeout(Math.ceil(Math.min(msMax, answerMsMax))) })
  const prepare = (client: Client, { text, values }: Statement, fetchOptions?: { signal: AbortSignal }) =>
    // the driver reads `types` from each query only, and ignores it in the options of neon()
    client.query(text, values.map(toText), { types: rawText, ...(fetchOptions ? { fetchOptions } : {}) })
  return {
    async query<Result>(statement: Statement<Result>) {
      const result = await answered(prepare(await opening, statement, deadline()), statement.name, true)
      return inSlices(parseOne(statement, result))
    },
    async batch<const Statements extends readonly Statement[]>(statements: Statements, batch: BatchOptions = {}) {
      const run = batch.run ?? inSlices
      if (statements.length === 0) return run(parseAll(statements, []))
      const client = await opening
      const queries = statements.map((statement) => prepare(client, statement))
      const work = client.transaction(queries, {
        ...transactionOptions(batch),
        fetchOptions: deadline(batch.answerMsMax),
      })
      return run(parseAll(statements, await answered(work, null, batch.readOnly !== true)))
    },
    close: () => Promise.resolve(),
  }
}

type Driver = typeof import('@neondatabase/serverless')
type Client = Awaited<ReturnType<typeof openClient>>

/**
 * Imports the driver when it is needed: it takes about 20 ms to load, and a bundler would lift a
 * static import to the top of every function.
 */
async function openClient(url: string, endpoint: string | null) {
  const { neon, neonConfig } = await import('@neondatabase/serverless')
  routeTo(neonConfig, url, endpoint)
  return neon(url, { arrayMode: true, fullResults: true })
}

/** Leaves every value as text: types.ts reads the values, for this adapter as for the other. */
const rawText = { getTypeParser: () => (text: string) => text }

const isolationLevels = {
  'read committed': 'ReadCommitted',
  'repeatable read': 'RepeatableRead',
  serializable: 'Serializable',
} as const satisfies Record<Isolation, string>

/**
 * Names the isolation level `isolationLevel`, which the driver reads; its documentation says
 * `isolationMode`, which it ignores.
 */
function transactionOptions({ isolation, readOnly }: BatchOptions) {
  return {
    ...(isolation ? { isolationLevel: isolationLevels[isolation] } : {}),
    ...(readOnly === undefined ? {} : { readOnly }),
  }
}

/** Waits for the answer. The answer to a failed batch does not say which statement failed. */
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
 * Sets the endpoint for one database's host and port: the driver has a single setting for the whole
 * process.
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
