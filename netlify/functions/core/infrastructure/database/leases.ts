import { type Clocks, type Moment, type TwoClocks, twoClocks } from '#infrastructure/time/two-clocks.js'
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

/** How many requests a caller's first lease in a window has: what a screen of an app asks at once. */
const firstLease = 4

/** How many requests a lease has at most. */
const leaseMax = 32

/** Callers that are remembered at most; what was borrowed for the one that came first is given up. */
const callersMax = 10_000

/** A lease ends this part of its time early, for clocks that are slower than that of the database. */
const earlyShare = 0.001

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
  return new LeasesInHand(twoClocks(clocks), entriesMax)
}

class LeasesInHand implements Leases {
  readonly #held = new Map<string, Held>()
  readonly #underWay = new Map<string, Promise<void>>()
  /** Callers whose last borrowing failed. */
  readonly #unsure = new Set<string>()
  readonly #clocks: TwoClocks
  readonly #entriesMax: number

  constructor(clocks: TwoClocks, entriesMax: number) {
    this.#clocks = clocks
    this.#entriesMax = entriesMax
  }

  readonly spend: Leases['spend'] = (caller) => {
    const found = this.#find(caller)
    if (!found || found.inHand === 0) return null
    const spent = { ...found, inHand: found.inHand - 1 }
    this.#held.set(caller, spent)
    return this.#leftOf(spent)
  }

  readonly spendOrBorrow: Leases['spendOrBorrow'] = async (caller) => {
    for (;;) {
      const spent = this.spend(caller)
      if (spent) return { spent }
      const before = this.#unsure.has(caller) ? undefined : this.#underWay.get(caller)
      if (!before) return { borrowing: this.#borrow(caller) }
      await before
    }
  }

  #borrow(caller: string): Borrowing {
    const before = this.#find(caller)
    const wanted = before ? Math.min(leaseMax, 2 * before.wanted) : firstLease
    const askedAt = this.#clocks.after(0)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    // it may be that nobody waits
    promise.catch(() => undefined)
    this.#underWay.set(caller, promise)
    const end = (tell: () => void) => {
      if (this.#underWay.get(caller) === promise) this.#underWay.delete(caller)
      tell()
    }
    return {
      wanted,
      failed: () => {
        this.#doubt(caller)
        end(resolve)
      },
      refused: (error) => end(() => reject(error)),
      lent: (lease) => {
        const left = this.#take(caller, lease, wanted, askedAt)
        end(resolve)
        return left
      },
    }
  }

  /** Keeps what was lent; a lease that comes after its window is worth nothing any more. */
  #take(caller: string, { granted, left }: Lease, wanted: number, askedAt: Moment): QuotaLeft {
    const msMax = left.resetMs * (1 - earlyShare)
    const endsAt = { running: askedAt.running + msMax, wall: askedAt.wall + msMax }
    const taken = { inHand: granted - 1, left, wanted, endsAt, resetsAt: this.#clocks.after(left.resetMs) }
    if (this.#clocks.msUntil(endsAt) > 0) this.#keep(caller, taken)
    this.#unsure.delete(caller)
    return this.#leftOf(taken)
  }

  #find(caller: string): Held | undefined {
    const found = this.#held.get(caller)
    if (found && this.#clocks.msUntil(found.endsAt) > 0) return found
    this.#held.delete(caller)
    return undefined
  }

  #keep(caller: string, entry: Held): void {
    // the first in a map is the one that was kept first
    this.#held.delete(caller)
    const [oldest] = this.#held.size >= this.#entriesMax ? this.#held.keys() : []
    if (oldest !== undefined) this.#held.delete(oldest)
    this.#held.set(caller, entry)
  }

  #doubt(caller: string): void {
    if (this.#unsure.size >= this.#entriesMax) this.#unsure.clear()
    this.#unsure.add(caller)
  }

  #leftOf({ left, inHand, resetsAt }: Held): QuotaLeft {
    return {
      policy: left.policy,
      remaining: left.remaining + inHand,
      resetMs: Math.max(1, this.#clocks.msUntil(resetsAt)),
    }
  }
}
