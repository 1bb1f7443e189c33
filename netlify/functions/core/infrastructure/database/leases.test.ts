import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Lease, type Leases, leases } from './leases.js'

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

/** Borrows as a request does that the database answers at once, and tells how many were wanted. */
function borrow(from: Leases, caller = 'ada', granted?: number, ...of: [number?, number?]): number {
  const borrowing = from.borrow(caller)
  borrowing.lent(lease(granted ?? borrowing.wanted, ...of))
  return borrowing.wanted
}

const spendAll = (from: Leases, caller = 'ada') => {
  let spent = 0
  while (from.spend(caller) !== null) spent += 1
  return spent
}

describe('a lease', () => {
  it('serves the request that borrowed it, and one more for each other that was lent', () => {
    const kept = held()
    expect(kept.spend('ada')).toBeNull()
    borrow(kept, 'ada', 4)
    expect([1, 2, 3, 4].map(() => kept.spend('ada') !== null)).toEqual([true, true, true, false])
  })

  it('says what is left: what this process has in hand, and what the database had', () => {
    const kept = held()
    expect(kept.borrow('ada').lent(lease(4, 596))).toEqual({ policy: 'default', remaining: 599, resetMs: 60_000 })
    kept.pass(1_500)
    expect(kept.spend('ada')).toEqual({ policy: 'default', remaining: 598, resetMs: 58_500 })
  })

  it('is of one caller', () => {
    const kept = held()
    borrow(kept, 'ada')
    expect(kept.spend('grace')).toBeNull()
  })

  it('is worth nothing until it is lent, and nothing when that failed', () => {
    const kept = held()
    const borrowing = kept.borrow('ada')
    expect(kept.spend('ada')).toBeNull()
    borrowing.failed()
    expect(kept.spend('ada')).toBeNull()
  })

  it('joins what another request of the caller borrowed meanwhile', () => {
    const kept = held()
    const [one, other] = [kept.borrow('ada'), kept.borrow('ada')]
    other.lent(lease(1))
    one.lent(lease(4, 590))
    expect(spendAll(kept)).toBe(3)
  })

  it('gives way to newer ones when there are too many callers', () => {
    const kept = held(2)
    for (const caller of ['one', 'two', 'three']) borrow(kept, caller)
    expect(['one', 'two', 'three'].map((caller) => kept.spend(caller) !== null)).toEqual([false, true, true])
  })
})

describe('the end of a lease', () => {
  it('is the end of its window, a thousandth earlier for clocks that are slow', () => {
    const kept = held()
    borrow(kept)
    kept.pass(59_939)
    expect(kept.spend('ada')).not.toBeNull()
    kept.pass(1)
    expect(kept.spend('ada')).toBeNull()
  })

  it('comes by the wall clock when the process stood still', () => {
    const kept = held()
    borrow(kept)
    kept.at.wall += 60_000
    expect(kept.spend('ada')).toBeNull()
  })

  it('comes by the running clock when the wall clock was set back', () => {
    const kept = held()
    borrow(kept)
    kept.at.wall -= 3_600_000
    expect(kept.spend('ada')).not.toBeNull()
    kept.at.running += 60_000
    expect(kept.spend('ada')).toBeNull()
  })

  it('is counted from before the database was asked, because the answer may have been late', () => {
    const kept = held()
    const borrowing = kept.borrow('ada')
    kept.pass(5_000)
    expect(borrowing.lent(lease(4)).resetMs).toBe(60_000)
    kept.pass(54_999)
    expect(kept.spend('ada')).toBeNull()
  })

  it('may have come before the lease did', () => {
    const kept = held()
    const borrowing = kept.borrow('ada')
    kept.pass(2_000)
    borrowing.lent(lease(4, 100, 1_500))
    expect(kept.spend('ada')).toBeNull()
  })

  it('is the earlier one when two leases were joined', () => {
    const kept = held()
    const [one, other] = [kept.borrow('ada'), kept.borrow('ada')]
    one.lent(lease(4, 100, 1_000))
    other.lent(lease(2, 100, 61_000))
    kept.pass(1_000)
    expect(kept.spend('ada')).toBeNull()
  })
})

describe('how many requests are borrowed', () => {
  it('grows while a caller goes on', () => {
    const kept = held()
    const wanted = []
    for (let n = 0; n < 6; n += 1) {
      wanted.push(borrow(kept))
      spendAll(kept)
    }
    expect(wanted).toEqual([4, 8, 16, 32, 32, 32])
  })

  it('begins anew in a new window', () => {
    const kept = held()
    borrow(kept)
    spendAll(kept)
    borrow(kept)
    kept.pass(60_000)
    expect(kept.borrow('ada').wanted).toBe(4)
  })

  it('is one for those who come while another request of the caller is borrowing', () => {
    const kept = held()
    const first = kept.borrow('ada')
    expect([first, kept.borrow('ada'), kept.borrow('ada'), kept.borrow('grace')].map(({ wanted }) => wanted)).toEqual([
      4, 1, 1, 4,
    ])
    first.failed()
    expect(kept.borrow('ada').wanted).toBe(4)
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
  type Process = Leases & { readonly borrowing: (() => boolean)[] }

  it('never serve more than the quota, and lose at most what they have in hand', () => {
    const step = fc.record({ process: fc.nat(2), kind: fc.constantFrom('ask', 'ask', 'answer', 'lose') })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const lend = lender()
        const processes: Process[] = [0, 1, 2].map(() => ({ ...held(), borrowing: [] }))
        const counts = { served: 0, lost: 0, refused: 0 }
        for (const { process, kind } of steps) {
          const { spend, borrow, borrowing } = processes[process] as Process
          if (kind === 'answer') {
            if (borrowing.shift()?.()) counts.served += 1
          } else if (spend('ada')) counts.served += 1
          else {
            const asked = borrow('ada')
            const given = lend(asked.wanted)
            if (given === null || kind === 'lose') {
              // the database lent it, and the process does not know
              counts.lost += given?.granted ?? 0
              counts.refused += given === null ? 1 : 0
              asked.failed()
            } else borrowing.push(() => asked.lent(given).remaining >= 0)
          }
        }
        for (const { borrowing } of processes) for (const answer of borrowing) if (answer()) counts.served += 1
        const inHand = processes.reduce((sum, { spend }) => sum + spendAll({ spend } as Leases), 0)
        expect(counts.served + counts.lost + inHand).toBeLessThanOrEqual(quota)
        if (counts.refused > 0) expect(counts.served + counts.lost + inHand).toBe(quota)
      }),
    )
  })
})
