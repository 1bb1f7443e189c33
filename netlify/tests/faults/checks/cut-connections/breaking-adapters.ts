import { neonDatabase } from '#database/adapters/neon.js'
import { pgDatabase } from '#database/adapters/pg.js'
import type { BatchOptions, Database } from '#database/connection.js'
import type { Statement } from '#database/statement.js'
import type { FaultContext } from '#tests/faults/support/context.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import { startTcpProxy } from '#tests/support/tcp-proxy.js'

export type Cut = 'before commit' | 'after commit'

/** An adapter over a wire that can be cut when a unit of work is about to commit. */
export type BreakingAdapter = {
  readonly name: string
  readonly database: Database
  /** Cuts the next unit of work that appends events. */
  readonly cutNextWork: (cut: Cut) => void
}

export async function breakingPg(context: FaultContext, url: string): Promise<BreakingAdapter> {
  const proxy = await startTcpProxy(url)
  context.onEnd(() => proxy.close())
  const fail = (cut: Cut) => proxy.failNext(cut === 'before commit' ? 'cut request' : 'cut answer')
  // one connection, so that the message which is cut is the one that was meant
  return { name: 'pg', ...cutting(pgDatabase(proxy.url, { connectionsMax: 1 }), fail) }
}

export async function breakingNeon(context: FaultContext, url: string): Promise<BreakingAdapter> {
  const endpoint = await startNeonEndpoint()
  context.onEnd(() => endpoint.close())
  const fail = (cut: Cut) => endpoint.failNext(`cut ${cut}`)
  return { name: 'Neon', ...cutting(neonDatabase(url, { endpoint: endpoint.url }), fail) }
}

/** Returns the same database, with a cut that happens when a unit of work with events is sent. */
function cutting(database: Database, fail: (cut: Cut) => void): Pick<BreakingAdapter, 'database' | 'cutNextWork'> {
  let due: Cut | null = null
  const batch = <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) => {
    if (due && statements.some(({ name }) => name === 'announceEvents')) {
      fail(due)
      due = null
    }
    return database.batch(statements, options)
  }
  const cutNextWork = (cut: Cut) => {
    due = cut
  }
  return { database: { query: (statement) => database.query(statement), batch, close: database.close }, cutNextWork }
}
