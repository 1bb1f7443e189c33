import type { Targets } from '../database/targets.js'
import { addWriters, emptyDay, openSessions } from '../database/writers.js'
import type { Athlete, Dialect, OpenSession, OperationName, WireRequest } from '../operations/ask.js'
import { yesterday } from '../operations/bodies.js'
import { completions, plans, readsOf, type Supply, sets, setsIn, wholeSessions } from '../operations/supply.js'
import type { Server } from '../servers/server.js'

/** What is measured: a server, how it is asked, and whose data it may change. */
export type Subject = {
  readonly name: string
  readonly server: Server
  readonly dialect: Dialect
  readonly answers: ReadonlySet<OperationName>
  readonly writers: readonly Athlete[]
  /** Makes so many sessions that can be completed; by SQL alone where that is left out. */
  readonly beginSessions?: (count: number) => Promise<{ readonly athlete: Athlete; readonly id: string }[]>
  /** Reads open sessions, as an app does that shows them, and adds the versions; left out where there are none. */
  readonly readSessions?: (open: readonly OpenSession[]) => Promise<OpenSession[]>
}

/** The database that subjects work on, and what there is to ask for. */
export type Ground = { readonly url: string; readonly targets: Targets }

/** Prepares so many requests of an operation, of which some are sent at once; those that use nothing up never end. */
export async function requestsOf(
  subject: Subject,
  operation: OperationName,
  { url, targets }: Ground,
  count: number,
  atOnce = 1,
): Promise<() => WireRequest> {
  const supply = await supplyOf(subject, operation, { url, targets }, { count, atOnce })
  return () => {
    const request = subject.dialect(supply())
    if (!request) throw new Error(`${subject.name} does not answer ${operation}`)
    return request
  }
}

async function supplyOf(
  subject: Subject,
  operation: OperationName,
  { url, targets }: Ground,
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
): Promise<Supply> {
  const { writers } = subject
  switch (operation) {
    case 'create-session':
      return plans(writers)
    case 'put-session':
      await emptyYesterday(url, writers)
      return wholeSessions(writers)
    case 'log-set':
    case 'log-set-blind': {
      // a workout has one athlete, who logs one set after another
      const open = await opened(url, writers, Math.max(count, atOnce * setsInNewSession))
      return sets(operation, operation === 'log-set' ? ((await subject.readSessions?.(open)) ?? open) : open)
    }
    case 'complete-session':
      await emptyYesterday(url, writers)
      return completions(await (subject.beginSessions?.(count) ?? opened(url, writers, count * setsInNewSession)))
    default:
      return readsOf(operation, targets)
  }
}

/** Sessions are put and completed on the day before this one. */
function emptyYesterday(url: string, writers: readonly Athlete[]): Promise<void> {
  return emptyDay(url, writers, yesterday().toISOString().slice(0, 10))
}

const setsInNewSession = setsIn({ id: '', athlete: { id: '', token: '' }, exercises: ['', '', ''] })

/** Opens sessions with room for so many sets, and no more: a process remembers some hundreds that are under way. */
function opened(url: string, writers: readonly Athlete[], sets: number) {
  const sessions = Math.ceil(sets / setsInNewSession)
  return openSessions(url, writers.slice(0, sessions), Math.ceil(sessions / writers.length))
}

/** Athletes that only this subject writes for. */
export function ownWriters({ url, targets }: Ground): Promise<Athlete[]> {
  return addWriters(url, targets)
}
