import type { QuotaLeft } from './metered.js'

/** Requests that the database has lent: one for the request that asked, and perhaps more. */
export type Lease = {
  /** How many were lent, at least one. */
  readonly granted: number
  /** What the database could still have lent, to anybody. */
  readonly left: QuotaLeft
}

/** A request for a lease. It ends in one of three ways, and the caller's other requests wait for that. */
export type Borrowing = {
  /** How many requests to ask the database for. */
  readonly wanted: number
  /** Keeps what was lent, once that is committed, and tells what is left for the caller. */
  readonly lent: (lease: Lease) => QuotaLeft
  /** Nothing was lent, or nobody knows: those who wait ask for themselves, all at once. */
  readonly failed: () => void
  /** The quota is used up: those who wait are refused with the same error. */
  readonly refused: (error: unknown) => void
}

/** Requests of callers that this process has borrowed from their quotas and not served yet. */
export type Leases = {
  /** Spends one borrowed request of a caller, and tells what is left; null when none is in hand. */
  readonly spend: (caller: string) => QuotaLeft | null
  /**
   * Spends one, or begins to borrow. While another request of the caller borrows, it waits for that,
   * as it would in the database for the row of the caller; but where the last borrowing failed nobody
   * waits for another, or requests would time out one after the other.
   *
   * @throws what the borrowing was refused with that it waited for.
   */
  readonly spendOrBorrow: (caller: string) => Promise<{ readonly spent: QuotaLeft } | { readonly borrowing: Borrowing }>
}

/** Two clocks, in milliseconds, because neither can be relied on alone. */
export type Clocks = {
  /** Never goes back, but may stand still while a function is frozen. */
  readonly running: () => number
  /** Goes on while a function is frozen, but may be set. */
  readonly wall: () => number
}

/** How many requests a caller's first lease in a window has: what a screen of an app asks at once. */
const firstLease = 4

/** How many requests a lease has at most. */
const leaseMax = 32

/** Callers that are remembered at most; what was borrowed for the one that came first is given up. */
const callersMax = 10_000

/** A lease ends this part of its time early, for clocks that are slower than that of the database. */
const earlyShare = 0.001

/** An instant, as both clocks have it. */
type Moment = { readonly running: number; readonly wall: number }

type Held = {
  readonly inHand: number
  readonly left: QuotaLeft
  /** How many were asked for last. */
  readonly wanted: number
  /** When the lease ends: never after the window. */
  readonly endsAt: Moment
  /** When the quota begins anew: never before it does. */
  readonly resetsAt: Moment
}

/**
 * Keeps leases in this process. Each is good for one window of the quota, by the clock of the
 * database: its time is counted from before the database was asked, and both clocks can end it.
 */
export function leases(
  clocks: Clocks = { running: () => performance.now(), wall: Date.now },
  entriesMax = callersMax,
): Leases {
  const held = new Map<string, Held>()
  const underWay = new Map<string, Promise<void>>()
  /** Callers whose last borrowing failed. */
  const unsure = new Set<string>()
  const after = (milliseconds: number): Moment => ({
    running: clocks.running() + milliseconds,
    wall: clocks.wall() + milliseconds,
  })
  const msUntil = ({ running, wall }: Moment) => Math.min(running - clocks.running(), wall - clocks.wall())
  const find = (caller: string) => {
    const found = held.get(caller)
    if (found && msUntil(found.endsAt) > 0) return found
    held.delete(caller)
    return undefined
  }
  const keep = (caller: string, entry: Held) => {
    // the first in a map is the one that was kept first
    held.delete(caller)
    const [oldest] = held.size >= entriesMax ? held.keys() : []
    if (oldest !== undefined) held.delete(oldest)
    held.set(caller, entry)
  }
  const told = ({ left, inHand, resetsAt }: Held): QuotaLeft => ({
    policy: left.policy,
    remaining: left.remaining + inHand,
    resetMs: Math.max(1, msUntil(resetsAt)),
  })
  const spend: Leases['spend'] = (caller) => {
    const found = find(caller)
    if (!found || found.inHand === 0) return null
    const spent = { ...found, inHand: found.inHand - 1 }
    held.set(caller, spent)
    return told(spent)
  }
  const borrow = (caller: string): Borrowing => {
    const before = find(caller)
    const wanted = before ? Math.min(leaseMax, 2 * before.wanted) : firstLease
    const askedAt = after(0)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    // it may be that nobody waits
    promise.catch(() => undefined)
    underWay.set(caller, promise)
    const end = (tell: () => void) => {
      if (underWay.get(caller) === promise) underWay.delete(caller)
      tell()
    }
    const doubt = () => {
      if (unsure.size >= entriesMax) unsure.clear()
      unsure.add(caller)
    }
    return {
      wanted,
      failed: () => {
        doubt()
        end(resolve)
      },
      refused: (error) => end(() => reject(error)),
      lent: ({ granted, left }) => {
        const msMax = left.resetMs * (1 - earlyShare)
        const endsAt = { running: askedAt.running + msMax, wall: askedAt.wall + msMax }
        const entry = { inHand: granted - 1, left, wanted, endsAt, resetsAt: after(left.resetMs) }
        // a lease that comes after its window is worth nothing any more
        if (msUntil(endsAt) > 0) keep(caller, entry)
        unsure.delete(caller)
        end(resolve)
        return told(entry)
      },
    }
  }
  return {
    spend,
    spendOrBorrow: async (caller) => {
      for (;;) {
        const spent = spend(caller)
        if (spent) return { spent }
        const before = unsure.has(caller) ? undefined : underWay.get(caller)
        if (!before) return { borrowing: borrow(caller) }
        await before
      }
    },
  }
}
