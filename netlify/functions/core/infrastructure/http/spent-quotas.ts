import type { QuotaLeft } from '#database/metered.js'

/** The quotas that this process has seen used up, so that it refuses without asking again. */
export type SpentQuotas = {
  /** Finds what was remembered under a name, with the time that is left now; null when nothing is. */
  readonly find: (name: string) => QuotaLeft | null
  /** Remembers a quota that is used up until it begins anew, and for `msMax` at most. */
  readonly remember: (name: string, quota: QuotaLeft, msMax?: number) => void
}

type Spent = {
  readonly policy: QuotaLeft['policy']
  readonly since: number
  readonly resetsAt: number
  readonly forgetAt: number
}

/** Quotas that are remembered at most; a caller beyond them is refused by the database. */
const rememberedMax = 10_000

/**
 * Remembers quotas in this process.
 *
 * @param clock milliseconds of a clock that goes on while a function is frozen. Only what passes
 * between two readings counts, so it may differ from the clock of the database.
 */
export function spentQuotas(clock: () => number, entriesMax = rememberedMax): SpentQuotas {
  const spent = new Map<string, Spent>()
  return {
    find: (name) => {
      const found = spent.get(name)
      if (!found) return null
      const now = clock()
      // before it was remembered: the clock was set back, and tells nothing
      if (now < found.since || now >= found.forgetAt) {
        spent.delete(name)
        return null
      }
      return { policy: found.policy, remaining: 0, resetMs: found.resetsAt - now }
    },
    remember: (name, { policy, resetMs }, msMax = resetMs) => {
      const since = clock()
      // the first in a map is the one that came first
      const [oldest] = spent.size >= entriesMax ? spent.keys() : []
      if (oldest !== undefined) spent.delete(oldest)
      spent.set(name, { policy, since, resetsAt: since + resetMs, forgetAt: since + Math.min(resetMs, msMax) })
    },
  }
}
