import { athleteWithHistory } from '../../data/athletes.js'
import type { BenchDatabase } from '../database/bench-database.js'
import { findTargets, openTokens } from '../database/targets.js'
import { drive } from '../drive/drive.js'
import { median } from '../drive/statistics.js'
import { type Ground, requestsOf, type Subject } from '../drive/subject.js'
import { ourSubject } from '../host/our-subject.js'
import { startHost } from '../host/start-host.js'
import type { OperationName } from '../operations/ask.js'
import type { DatabaseRow, DatabaseSection } from '../result.js'
import { measureExactly } from './exact.js'

/** The athlete of 260 sessions, who has the same history in every database. */
const inBoth = athleteWithHistory(260).email

type Side = {
  readonly subject: Subject
  readonly ground: Ground
  readonly rowsRead: ReadonlyMap<OperationName, number | null>
}

/**
 * Measures each operation for the same athletes in a small and in a large database, in turn, with one
 * connection.
 */
export async function measureDatabases(
  databases: readonly [BenchDatabase, BenchDatabase],
  plan: { functions: string; operations: readonly OperationName[]; rounds: number; requests: number },
): Promise<DatabaseSection> {
  const sides = [await sideOf(databases[0], plan), await sideOf(databases[1], plan)] as const
  const rows: DatabaseRow[] = []
  for (const operation of plan.operations) {
    const medians: [number[], number[]] = [[], []]
    for (let round = 0; round <= plan.rounds; round += 1) {
      for (const at of [0, 1] as const) {
        const { subject, ground } = sides[at]
        const next = await requestsOf(subject, operation, ground, plan.requests)
        const { p50Ms } = await drive(subject.server, { connections: 1, requests: plan.requests, next })
        if (round > 0) medians[at].push(p50Ms)
      }
    }
    const [small, large] = medians
    rows.push({
      operation,
      p50Ms: [median(small), median(large)],
      p50Ratio: median(large.map((one, round) => one / (small[round] ?? Number.NaN))),
      rowsRead: [sides[0].rowsRead.get(operation) ?? null, sides[1].rowsRead.get(operation) ?? null],
    })
  }
  for (const { subject } of sides) await subject.server.end()
  return { sessions: [databases[0].size.sessions, databases[1].size.sessions], rows }
}

async function sideOf(
  { url }: BenchDatabase,
  { functions, operations }: { functions: string; operations: readonly OperationName[] },
): Promise<Side> {
  const ground = { url, targets: await findTargets(url, await openTokens(url), inBoth) }
  const rowsRead = await countRows(functions, ground, operations)
  const server = await startHost({ functions, url })
  return { subject: ourSubject(server, ground), ground, rowsRead }
}

async function countRows(functions: string, ground: Ground, operations: readonly OperationName[]) {
  const rows = await measureExactly(functions, ground, operations)
  return new Map(rows.map(({ operation, rowsRead }) => [operation, rowsRead]))
}
