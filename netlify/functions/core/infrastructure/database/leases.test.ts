import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Borrowing, type Lease, type Leases, leases } from './leases.js'

const lease = (granted: number, remaining = 100, resetMs = 60_000): Lease => ({
  granted,
  left: { policy: 'default', remaining, resetMs },
})

/** Leases whose clocks stand still until they are told. */
function held(entriesMax?: number) {
  const at = { running: 1_000, wall: 5_000_000 }
  const clocks = { running: () => at.running, wall: () => at.wall }
  const pass = (milliseconds: number) => {
    at.running += milliseconds
    at.wall += milliseconds
  }
  return { ...leases(clocks, entriesMax), at, pass }
}

/** Begins to borrow, for a caller who has nothing in hand. */
async function begin(from: Leases, caller = 'ada'): Promise<Borrowing> {
  const turn = await from.spendOrBorrow(caller)
  if (!('borrowing' in turn)) throw new Error('there was one in hand')
  return turn.borrowing
}

/** Borrows as a request does that the database answers at once, and tells how many were wanted. */
async function borrow(from: Leases, caller = 'ada', granted?: number): Promise<number> {
  const { wanted, lent } = await begin(from, caller)
  lent(lease(granted ?? wanted))
  return wanted
}

const spendAll = (from: Leases, caller = 'ada') => {
  let spent = 0
  while (from.spend(caller) !== null) spent += 1
  return spent
}

describe('a lease', () => {
  it('serves the request that borrowed it, and one more for each other that was lent', async () => {
    const kept = held()
    expect(kept.spend('ada')).toBeNull()
    await borrow(kept, 'ada', 4)
    expect([1, 2, 3, 4].map(() => kept.spend('ada') !== null)).toEqual([true, true, true, false])
  })

  it('says what is left: what this process has in hand, and what the database had', async () => {
    const kept = held()
    const { lent } = await begin(kept)
    expect(lent(lease(4, 596))).toEqual({ policy: 'default', remaining: 599, resetMs: 60_000 })
    kept.pass(1_500)
    expect(kept.spend('ada')).toEqual({ policy: 'default', remaining: 598, resetMs: 58_500 })
  })

  it('is of one caller', async () => {
    const kept = held()
    await borrow(kept, 'ada')
    expect(kept.spend('grace')).toBeNull()
  })

  it('is worth nothing until it is lent, and nothing when that failed', async () => {
    const kept = held()
    const borrowing = await begin(kept)
    expect(kept.spend('ada')).toBeNull()
    borrowing.failed()
    expect(kept.spend('ada')).toBeNull()
  })

  it('gives way to newer ones when there are too many callers', async () => {
    const kept = held(2)
    for (const caller of ['one', 'two', 'three']) await borrow(kept, caller)
    expect(['one', 'two', 'three'].map((caller) => kept.spend(caller) !== null)).toEqual([false, true, true])
  })
})

describe('the end of a lease', () => {
  it('is the end of its window, a thousandth earlier for clocks that are slow', async () => {
    const kept = held()
    await borrow(kept)
    kept.pass(59_939)
    expect(kept.spend('ada')).not.toBeNull()
    kept.pass(1)
    expect(kept.spend('ada')).toBeNull()
  })

  it('comes by the wall clock when the process stood still', async () => {
    const kept = held()
    await borrow(kept)
    kept.at.wall += 60_000
    expect(kept.spend('ada')).toBeNull()
  })

  it('comes by the running clock when the wall clock was set back', async () => {
    const kept = held()
    await borrow(kept)
    kept.at.wall -= 3_600_000
    expect(kept.spend('ada')).not.toBeNull()
    kept.at.running += 60_000
    expect(kept.spend('ada')).toBeNull()
  })

  it('is counted from before the database was asked, because the answer may have been late', async () => {
    const kept = held()
    const { lent } = await begin(kept)
    kept.pass(5_000)
    expect(lent(lease(4)).resetMs).toBe(60_000)
    kept.pass(54_939)
    expect(kept.spend('ada')).not.toBeNull()
    kept.pass(1)
    expect(kept.spend('ada')).toBeNull()
  })

  it('may have come before the lease did', async () => {
    const kept = held()
    const { lent } = await begin(kept)
    kept.pass(2_000)
    lent(lease(4, 100, 1_500))
    expect(kept.spend('ada')).toBeNull()
  })
})

describe('how many requests are borrowed', () => {
  it('grows while a caller goes on', async () => {
    const kept = held()
    const wanted = []
    for (let n = 0; n < 6; n += 1) {
      wanted.push(await borrow(kept))
      spendAll(kept)
    }
    expect(wanted).toEqual([4, 8, 16, 32, 32, 32])
  })

  it('begins anew in a new window', async () => {
    const kept = held()
    await borrow(kept)
    spendAll(kept)
    await borrow(kept)
    kept.pass(60_000)
    expect((await begin(kept)).wanted).toBe(4)
  })
})

describe('requests that come while another of their caller borrows', () => {
  /** Lets requests wait that are numbered, and notes in which order they go on, and with what. */
  function waiting(kept: Leases, count: number) {
    const seen: string[] = []
    const borrowings: Borrowing[] = []
    const done = Array.from({ length: count }, async (_, n) => {
      try {
        const turn = await kept.spendOrBorrow('ada')
        if ('borrowing' in turn) borrowings.push(turn.borrowing)
        seen.push(`${n} ${'borrowing' in turn ? 'borrows' : 'spends'}`)
      } catch (error) {
        seen.push(`${n} ${error}`)
      }
    })
    const pause = () => new Promise((resolve) => setImmediate(resolve))
    return { seen, borrowings, pause, done: Promise.all(done) }
  }

  it('wait for what it brings, and one of those for whom it is not enough borrows next', async () => {
    const kept = held()
    const first = await begin(kept)
    const { seen, borrowings, pause, done } = waiting(kept, 6)
    await pause()
    expect(seen).toEqual([])
    first.lent(lease(4))
    await pause()
    expect(seen).toEqual(['0 spends', '1 spends', '2 spends', '3 borrows'])
    expect(borrowings[0]?.wanted).toBe(8)
    borrowings[0]?.lent(lease(8))
    await done
    expect(seen.slice(4)).toEqual(['4 spends', '5 spends'])
  })

  it('do not wait for those of another caller', async () => {
    const kept = held()
    await begin(kept, 'grace')
    expect((await begin(kept, 'ada')).wanted).toBe(4)
  })

  it('ask for themselves, all at once, when it failed, as those do that come later, until one is lent', async () => {
    const kept = held()
    const first = await begin(kept)
    const { seen, borrowings, pause } = waiting(kept, 2)
    first.failed()
    await pause()
    expect(seen).toEqual(['0 borrows', '1 borrows'])
    const later = await begin(kept)
    borrowings[0]?.failed()
    later.lent(lease(1))
    const next = await begin(kept)
    const waits = waiting(kept, 1)
    await waits.pause()
    expect(waits.seen).toEqual([])
    next.lent(lease(2))
    await waits.done
    expect(waits.seen).toEqual(['0 spends'])
  })

  it('are refused with it when the quota is used up, and later ones ask the database', async () => {
    const kept = held()
    const first = await begin(kept)
    const { seen, done } = waiting(kept, 2)
    first.refused('used up')
    await done
    expect(seen).toEqual(['0 used up', '1 used up'])
    expect((await begin(kept)).wanted).toBe(4)
  })
})

describe('several processes', () => {
  const quota = 100
  /** Lends as the database does, one request or more, and nothing over the quota. */
  const lender = () => {
    let used = 0
    return (wanted: number): Lease | null => {
      if (used === quota) return null
      const granted = 1 + Math.max(0, Math.min(wanted - 1, Math.floor((quota - used - 1) / 8)))
      used += granted
      return lease(granted, quota - used)
    }
  }
  type Process = Leases & { readonly unanswered: (() => boolean)[] }

  it('never serve more than the quota, and lose at most what they have in hand', async () => {
    const step = fc.record({ process: fc.nat(2), kind: fc.constantFrom('ask', 'ask', 'ask', 'answer', 'lose') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 400 }), async (steps) => {
        const lend = lender()
        const processes: Process[] = [0, 1, 2].map(() => ({ ...held(), unanswered: [] }))
        const counts = { served: 0, lost: 0, refused: 0 }
        for (const { process, kind } of steps) {
          const { spend, spendOrBorrow, unanswered } = processes[process] as Process
          if (kind === 'answer') counts.served += unanswered.shift()?.() ? 1 : 0
          else if (spend('ada')) counts.served += 1
          else if (unanswered.length === 0) {
            const { wanted, lent, failed, refused } = await begin({ spend, spendOrBorrow })
            const given = lend(wanted)
            if (given === null) {
              counts.refused += 1
              refused('used up')
            } else if (kind === 'lose') {
              // the database lent it, and the process does not know
              counts.lost += given.granted
              failed()
            } else unanswered.push(() => lent(given).remaining >= 0)
          }
        }
        for (const { unanswered } of processes) for (const answer of unanswered) counts.served += answer() ? 1 : 0
        const inHand = processes.reduce((sum, process) => sum + spendAll(process), 0)
        const lentOut = counts.served + counts.lost + inHand
        expect(lentOut).toBeLessThanOrEqual(quota)
        if (counts.refused > 0) expect(lentOut).toBe(quota)
      }),
    )
  })
})
