import type pg from 'pg'
import { inSlices } from '#infrastructure/time/in-slices.js'
import { within } from '#infrastructure/time/within.js'
import { sqlStateOf, toDatabaseError } from '../errors.js'
import type { BatchOptions, Database } from '../port.js'
import type { Statement } from '../statement.js'
import { noRows, parseAll, parseOne } from './parse-all.js'
import { PgExchange, type PreparedStatements, type WireCommand } from './pg-exchange.js'
import { isPooler, openPool, type PgOptions, pgDefaults } from './pg-pool.js'
import { type RawResult, toText } from './types.js'

export type { PgOptions } from './pg-pool.js'

/**
 * Opens any PostgreSQL from 15 to 18 with a pool of connections: a query or a batch is one round
 * trip on one of them.
 */
export function pgDatabase(url: string, options: PgOptions = {}): Database {
  const opening = opened(url, options)
  // the first query or batch awaits `opening` and reports the failure
  opening.catch(() => undefined)
  const run = runner(opening, {
    named: options.namedStatements ?? !isPooler(url),
    answerMsMax: options.answerMsMax ?? pgDefaults.answerMsMax,
  })
  let closed: Promise<void> | undefined
  return {
    async query<Result>(statement: Statement<Result>) {
      const [result] = await run([statement], null)
      return inSlices(parseOne(statement, result ?? noRows))
    },
    async batch<const Statements extends readonly Statement[]>(statements: Statements, batch: BatchOptions = {}) {
      const results = statements.length === 0 ? [] : await run(statements, batch)
      return (batch.run ?? inSlices)(parseAll(statements, results))
    },
    close() {
      closed ??= opening.then((pool) => pool.end())
      return closed
    },
  }
}

/**
 * Imports the driver when it is needed: it takes about 20 ms to load, and a bundler would lift a
 * static import to the top of every function.
 */
async function opened(url: string, options: PgOptions): Promise<pg.Pool> {
  const { default: driver } = await import('pg')
  return openPool(driver, url, options)
}

type Run = (statements: readonly Statement[], transaction: BatchOptions | null) => Promise<readonly RawResult[]>

function runner(opening: Promise<pg.Pool>, { named, answerMsMax }: { named: boolean; answerMsMax: number }): Run {
  const preparedOn = new WeakMap<pg.PoolClient, NonNullable<PreparedStatements>>()
  return async (statements, transaction) => {
    const commands = statements.map(({ text, values }) => ({ text, values: values.map(toText) }))
    const msMax = Math.min(transaction?.answerMsMax ?? answerMsMax, answerMsMax)
    const startedAt = performance.now()
    const client = await connect(await opening, msMax)
    const prepared: PreparedStatements = named ? (preparedOn.get(client) ?? new Map()) : null
    if (prepared) preparedOn.set(client, prepared)
    const exchange = new PgExchange(transaction ? framed(commands, transaction) : commands, prepared)
    try {
      const results = await send(client, exchange, msMax - (performance.now() - startedAt))
      client.release()
      return transaction ? results.slice(1, -1) : results
    } catch (error) {
      giveBack(client, error, transaction !== null, answerMsMax)
      const failed = statements[exchange.completed - (transaction ? 1 : 0)]
      throw toDatabaseError(error, failed?.name ?? null, { mayHaveCommitted: transaction?.readOnly !== true })
    }
  }
}

/** Waits for a connection from the pool; a connection that comes too late goes back unused. */
async function connect(pool: pg.Pool, msMax: number): Promise<pg.PoolClient> {
  const connecting = pool.connect()
  try {
    return await within(msMax, connecting, () => new Error(`no connection within ${msMax} ms`))
  } catch (error) {
    connecting.then(
      (client) => client.release(),
      () => undefined,
    )
    throw toDatabaseError(error, null, { mayHaveCommitted: false })
  }
}

function framed(commands: readonly WireCommand[], { isolation, readOnly }: BatchOptions): readonly WireCommand[] {
  const level = isolation ? ` isolation level ${isolation}` : ''
  const begin = `begin${level}${readOnly ? ' read only' : ''}`
  return [{ text: begin, values: [] }, ...commands, { text: 'commit', values: [] }]
}

async function send(client: pg.PoolClient, exchange: PgExchange, answerMsMax: number): Promise<readonly RawResult[]> {
  const timer = setTimeout(
    () => exchange.handleError(new Error(`no answer within ${Math.ceil(answerMsMax)} ms`)),
    answerMsMax,
  )
  try {
    client.query(exchange)
    return await exchange.answers
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The SQLSTATEs of a connection whose plans no longer fit the schema, or whose prepared statements
 * belong to somebody else: a new connection has neither problem.
 */
const staleStates = new Set(['0A000', '26000', '42P05'])

/**
 * Returns a connection to the pool after a failure, once its transaction is rolled back; closes it
 * when it is unusable.
 */
function giveBack(client: pg.PoolClient, error: unknown, inTransaction: boolean, answerMsMax: number): void {
  const sqlState = sqlStateOf(error)
  const unusable = sqlState === null || staleStates.has(sqlState)
  if (unusable || !inTransaction) {
    client.release(unusable)
    return
  }
  send(client, new PgExchange([{ text: 'rollback', values: [] }], null), answerMsMax).then(
    () => client.release(),
    () => client.release(true),
  )
}
