import { describe, expect, it } from 'vitest'
import { spentQuotas } from './spent-quotas.js'

const spent = (resetMs: number) => ({ policy: 'default', remaining: 0, resetMs }) as const

function at(start: number, entriesMax?: number) {
  let now = start
  const quotas = spentQuotas(() => now, entriesMax)
  return {
    ...quotas,
    set: (instant: number) => {
      now = instant
    },
  }
}

describe('a quota that is used up', () => {
  it('is remembered until it begins anew, with the time that is left', () => {
    const quotas = at(1_000)
    quotas.remember('one', spent(500))
    quotas.set(1_400)
    expect([quotas.find('one'), quotas.find('other')]).toEqual([spent(100), null])
    quotas.set(1_500)
    expect(quotas.find('one')).toBeNull()
  })

  it('is remembered for no longer than was asked, and tells when it begins anew all the same', () => {
    const quotas = at(0)
    quotas.remember('one', spent(90_000), 60_000)
    quotas.set(59_999)
    expect(quotas.find('one')).toEqual(spent(30_001))
    quotas.set(60_000)
    expect(quotas.find('one')).toBeNull()
  })

  it('is forgotten when the clock was set back', () => {
    const quotas = at(1_000)
    quotas.remember('one', spent(500))
    quotas.set(999)
    expect(quotas.find('one')).toBeNull()
  })

  it('gives way to newer ones when there are too many', () => {
    const quotas = at(0, 2)
    for (const name of ['one', 'two', 'three']) quotas.remember(name, spent(500))
    expect(['one', 'two', 'three'].map((name) => quotas.find(name) !== null)).toEqual([false, true, true])
  })
})
