import type { Client } from 'pg'
import { openPgSession } from '../pg-session/pg-session.js'
import { findLockWait, type LockWait } from './lock-wait.js'

// at least one look falls into every wait that ends in a refusal
const lookEveryMs = 700

/** Watches one session from another, because who waits cannot look around. */
export type LockWatch = {
  /** What the session waited for when it last waited. */
  readonly last: () => LockWait | null
  readonly stop: () => Promise<void>
}

/**
 * Looks now and then what the session `pid` waits for, and tells `onBlocked` when others than
 * before are in its way. What cannot be seen is no failure.
 */
export function watchLockWaits(url: string, pid: number, onBlocked: (wait: LockWait) => void): LockWatch {
  let session: Promise<Client> | null = null
  let last: LockWait | null = null
  let looking = Promise.resolve()
  const look = async () => {
    session ??= openPgSession(url)
    const wait = await findLockWait(await session, pid)
    if (wait === null) return
    const isNew = pidsOf(wait) !== pidsOf(last)
    last = wait
    if (isNew) onBlocked(wait)
  }
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined)
  }, lookEveryMs)
  const stop = async () => {
    clearInterval(timer)
    await looking
    await session?.then((client) => client.end()).catch(() => undefined)
  }
  return { last: () => last, stop }
}

function pidsOf(wait: LockWait | null): string {
  return wait?.blockers.map(({ pid }) => pid).join() ?? ''
}
