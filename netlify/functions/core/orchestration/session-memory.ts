import type { AthleteId, SessionId } from '#domain/values/id.schema.js'
import type { FoundSession } from '#queries/workout-sessions.js'

/** The open sessions that this process has lately shown or committed. */
export type SessionMemory = {
  /**
   * Takes a session out of the memory; null when it is not there. It comes back when what was decided
   * about it is known to be committed, so nothing is decided twice from what turned out to be old.
   */
  readonly take: (athlete: AthleteId, id: SessionId, now: Date) => FoundSession | null
  /** Remembers a session while it is planned or in progress, and forgets it when it has ended. */
  readonly keep: (athlete: AthleteId, found: FoundSession, now: Date) => void
}

type Kept = { readonly found: FoundSession; readonly keptAt: number; readonly bytes: number }

type Limits = {
  readonly sessionsMax?: number
  /** Bytes of all sessions together, as JSON. */
  readonly bytesMax?: number
  /** Milliseconds for which a session is remembered: longer than anybody rests between two sets. */
  readonly msMax?: number
}

/**
 * Remembers sessions in this process: 500 at most, 4 MB of them, each for a quarter of an hour. What
 * was kept first is forgotten first.
 */
export function sessionMemory({
  sessionsMax = 500,
  bytesMax = 4_000_000,
  msMax = 15 * 60_000,
}: Limits = {}): SessionMemory {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const forget = (name: string) => {
    bytes -= kept.get(name)?.bytes ?? 0
    kept.delete(name)
  }
  const isTooMuch = ({ keptAt }: Kept, now: Date) =>
    kept.size > sessionsMax || bytes > bytesMax || now.getTime() - keptAt >= msMax
  /** Forgets from the front, where the oldest are, until all limits hold. */
  const tidy = (now: Date) => {
    for (const [name, oldest] of kept) {
      if (!isTooMuch(oldest, now)) return
      forget(name)
    }
  }
  return {
    take: (athlete, id, now) => {
      tidy(now)
      const name = nameOf(athlete, id)
      const found = kept.get(name)
      forget(name)
      return found?.found ?? null
    },
    keep: (athlete, found, now) => {
      const { id, status } = found.session
      const name = nameOf(athlete, id)
      forget(name)
      if (status !== 'planned' && status !== 'in_progress') return
      const size = Buffer.byteLength(JSON.stringify(found))
      kept.set(name, { found, keptAt: now.getTime(), bytes: size })
      bytes += size
      tidy(now)
    },
  }
}

function nameOf(athlete: AthleteId, id: SessionId): string {
  return `${athlete} ${id}`
}
