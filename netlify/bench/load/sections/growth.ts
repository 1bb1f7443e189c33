import { athletesIn, athleteWithHistory } from '../../data/athletes.js'
import type { BenchDatabase } from '../database/bench-database.js'
import { findTargets, openTokens } from '../database/targets.js'
import { median } from '../drive/statistics.js'
import { type Ground, requestsOf, type Subject } from '../drive/subject.js'
import { ourSubject } from '../host/our-subject.js'
import { startHost } from '../host/start-host.js'
import type { OperationName, WireRequest } from '../operations/ask.js'
import type { GrowthRow } from '../result.js'
import type { Server } from '../servers/server.js'

/** What rests on an athlete's whole history, or once did. */
export const growing: readonly OperationName[] = [
  'next-workout',
  'warnings',
  'complete-session',
  'readiness',
  'estimate',
  'mastery',
  'goals',
  'today',
  'export',
]

/** Longer than any deployment lets a request take, so that a slow one has a time. */
const deadlineMs = '60000'
const longestMs = 5_000

/** How often each operation is asked, of an athlete who is not measured, before any is: code is compiled by then. */
const warmUp = 300
const warmUpMs = 4_000

/**
 * Measures operations for athletes with ever more sessions, one request after another, by a process
 * that has answered each of them before. Each is asked `times` times after a first one, fewer when that
 * takes long; the median counts.
 */
export async function measureGrowth(
  { url, size }: BenchDatabase,
  { functions, times, log }: { functions: string; times: number; log: (row: GrowthRow) => void },
): Promise<GrowthRow[]> {
  const server = await startHost({ functions, url, env: { REQUEST_DEADLINE_MS: deadlineMs } })
  const tokens = await openTokens(url)
  const rows: GrowthRow[] = []
  try {
    const anybody = await findTargets(url, tokens)
    const warmed = ourSubject(server, { targets: anybody })
    for (const operation of growing) await warm(warmed, operation, { url, targets: anybody })
    for (const sessions of athletesIn(size).histories) {
      const targets = await findTargets(url, tokens, athleteWithHistory(sessions).email)
      const subject = ourSubject(server, { targets })
      for (const operation of growing) {
        const row = { operation, sessions, ...(await measureOne(subject, operation, { url, targets }, times)) }
        rows.push(row)
        log(row)
      }
    }
  } finally {
    await server.end()
  }
  return rows
}

/** Asks an operation until its code is compiled; what it answers is looked at when it is measured. */
async function warm(subject: Subject, operation: OperationName, ground: Ground): Promise<void> {
  const next = await requestsOf(subject, operation, ground, warmUp)
  const until = performance.now() + warmUpMs
  for (let asked = 0; asked < warmUp && performance.now() < until; asked += 1) {
    const { path, ...init } = next()
    const response = await fetch(`http://127.0.0.1:${subject.server.port}${path}`, init)
    await response.arrayBuffer()
  }
}

type Measured = Omit<GrowthRow, 'operation' | 'sessions'>

async function measureOne(
  subject: Subject,
  operation: OperationName,
  ground: Ground,
  times: number,
): Promise<Measured> {
  try {
    // one by one: what a command changes is as it was before each of them
    const ask = async () => timed(subject.server, (await requestsOf(subject, operation, ground, 1))())
    await ask()
    const startedAt = performance.now()
    const seen: Omit<Measured, 'failed'>[] = []
    while (seen.length < times && (seen.length === 0 || performance.now() - startedAt < longestMs)) {
      seen.push(await ask())
    }
    const middle = (field: keyof Omit<Measured, 'failed'>) => median(seen.map((one) => one[field]))
    return { cpuMs: middle('cpuMs'), wallMs: middle('wallMs'), payloadBytes: middle('payloadBytes') }
  } catch (error) {
    return { cpuMs: 0, wallMs: 0, payloadBytes: 0, failed: error instanceof Error ? error.message : String(error) }
  }
}

async function timed({ port, usage }: Server, { path, ...init }: WireRequest): Promise<Omit<Measured, 'failed'>> {
  const before = await usage()
  const startedAt = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  const body = await response.arrayBuffer()
  const wallMs = performance.now() - startedAt
  const after = await usage()
  if (!response.ok) throw new Error(`answered ${response.status}${codeIn(Buffer.from(body).toString())}`)
  return {
    cpuMs: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000,
    wallMs,
    payloadBytes: body.byteLength,
  }
}

/** The code by which a problem says why; nothing where the answer is no problem. */
function codeIn(body: string): string {
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1]
  return code ? ` ${code}` : ''
}
