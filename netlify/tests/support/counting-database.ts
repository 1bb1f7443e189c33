import type { Client } from 'pg'
import type { Database } from '#database/port.js'
import type { Statement } from '#database/statement.js'
import { withClient } from './with-client.js'

/** A node of a plan, as `explain (analyze, format json)` prints it. */
export type PlanNode = {
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

type CountingDatabase = {
  readonly database: Database
  /** How many rows were looked at since the last call, by the name of the statement. */
  readonly take: () => ReadonlyMap<string, number>
}

/**
 * A database that runs each batch twice: under `explain analyze` in a transaction that is rolled
 * back, to count the rows that its plans look at, and then for good.
 */
export function countingDatabase(url: string, real: Database): CountingDatabase {
  const counts = new Map<string, number>()
  const count = (statements: readonly Statement[]) =>
    withClient(url, async (client) => {
      await client.query('begin')
      for (const statement of statements) {
        const { name } = statement
        counts.set(name, (counts.get(name) ?? 0) + (await visitedBy(client, statement)))
      }
      await client.query('rollback')
      // what a statement refuses, it refuses once more when it runs for good
    }).catch(() => undefined)
  return {
    take: () => {
      const taken = new Map(counts)
      counts.clear()
      return taken
    },
    database: {
      query: async (statement) => {
        await count([statement])
        return real.query(statement)
      },
      batch: async (statements, options) => {
        await count(statements)
        return real.batch(statements, options)
      },
      close: () => real.close(),
    },
  }
}

async function visitedBy(client: Client, { text, values }: Statement): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (analyze, timing off, costs off, summary off, format json) ${text}`,
    [...values],
  )
  return sumOf(rows.flatMap((row) => row['QUERY PLAN']).map(({ Plan }) => visitedIn(Plan)))
}

/** Counts what a node of a plan and those below it looked at, whether they kept it or not. */
export function visitedIn(node: PlanNode): number {
  const perLoop = sumOf([
    node['Actual Rows'],
    node['Rows Removed by Filter'] ?? 0,
    node['Rows Removed by Join Filter'] ?? 0,
    node['Rows Removed by Index Recheck'] ?? 0,
  ])
  return perLoop * node['Actual Loops'] + sumOf((node.Plans ?? []).map(visitedIn))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
