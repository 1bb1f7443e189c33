import { drive } from '../drive/drive.js'
import { median } from '../drive/statistics.js'
import { type Ground, ownWriters, requestsOf, type Subject } from '../drive/subject.js'
import * as statements from '../floor/statements.js'
import type { OperationName } from '../operations/ask.js'
import { runPgbench } from '../pgbench/run-pgbench.js'
import { scriptOf } from '../pgbench/script.js'
import type { PgbenchRow } from '../result.js'

/** Athletes, sessions and exercises that pgbench asks for. */
const targetsMax = 40

export type PgbenchPlan = { readonly connections: number; readonly rounds: number; readonly seconds: number }

/**
 * Lets pgbench run the floor's statements, in turn with the product under as many connections. A set
 * is not logged: pgbench has no free number for it without a statement more.
 */
export async function measurePgbench(
  program: string,
  subject: Subject,
  ground: Ground,
  { connections, rounds, seconds }: PgbenchPlan,
): Promise<PgbenchRow[]> {
  const rows: PgbenchRow[] = []
  for (const [operation, scripts] of Object.entries(await scriptsOn(ground)) as [OperationName, string[]][]) {
    const [theirs, ratios]: [number[], number[]] = [[], []]
    let requests = connections * 4
    for (let round = 0; round <= rounds; round += 1) {
      const next = await requestsOf(subject, operation, ground, requests)
      const ours = await drive(subject.server, { connections, requests, next })
      requests = Math.max(connections, Math.ceil(ours.requestsPerSecond * seconds))
      const perSecond = await runPgbench(program, { url: ground.url, scripts, connections, seconds })
      if (round === 0) continue
      theirs.push(perSecond)
      ratios.push(ours.requestsPerSecond / perSecond)
    }
    rows.push({ operation, transactionsPerSecond: median(theirs), ratio: median(ratios) })
  }
  return rows
}

async function scriptsOn(ground: Ground) {
  const { targets } = ground
  const writers = await ownWriters(ground)
  const crowd = targets.crowd.slice(0, targetsMax)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  return {
    'library-list': targets.shelves.map(({ category, level }) => scriptOf(statements.libraryList, [category, level])),
    exercise: targets.slugs.slice(0, targetsMax).map((slug) => scriptOf(statements.exerciseBySlug, [slug])),
    week: crowd.map(({ id, week }) => scriptOf(statements.week, [id, week.from, week.to])),
    session: crowd.map(({ id, sessions }) => scriptOf(statements.session, [sessions[0] ?? '', id])),
    'create-session': writers.map(({ id }) => scriptOf(statements.createSession, [id, tomorrow])),
  } satisfies Partial<Record<OperationName, string[]>>
}
