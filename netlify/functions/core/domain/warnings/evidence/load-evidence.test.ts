import { describe, expect, it } from 'vitest'
import type { SessionLoads } from '#domain/load/performed-session.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ago, effort, effortsOf, loadsOf, nobody, pushed, sets } from '#tests/support/situations.js'
import type { Gather } from './evidence.js'
import { loadRatio, monotony, pushPull, sessionSpike, strain } from './load-evidence.js'

const found = (gather: Gather, loads: readonly SessionLoads[]) =>
  gather({ ...nobody, loads, efforts: effortsOf(loads) }, rulesInForce)

/** Builds a session for each day back to the oldest: 100 AU today, and 1 AU less with every day back. */
const daily = (oldest: number) =>
  Array.from({ length: oldest + 1 }, (_, daysAgo) => loadsOf(daysAgo, effort(100 - daysAgo)))

describe('sessionSpike', () => {
  const before = [loadsOf(20, pushed(3800)), loadsOf(15, pushed(4000)), loadsOf(10, pushed(3500))]

  it('is the session of the last seven days that stands out most, with those before it', () => {
    // 1.15, 1.3 and 1.03 of the largest before each
    const loads = [...before, loadsOf(6, pushed(4600)), loadsOf(5, pushed(5980)), loadsOf(1, pushed(6160))]
    expect(found(sessionSpike, loads)).toMatchObject({
      facts: { sessionLoad: 5980, prior30Days: [3800, 4000, 3500, 4600], priorLast3: [4000, 3500, 4600] },
      since: ago(5),
      category: 'Push',
    })
  })

  it('ignores a session that is seven days old', () => {
    expect(found(sessionSpike, [...before, loadsOf(6, pushed(5000))])?.since).toBe(ago(6))
    expect(found(sessionSpike, [...before, loadsOf(7, pushed(5000))])).toBeNull()
  })

  it('ignores a session that has too few before it', () => {
    const first = loadsOf(2, { sets: { Push: 0, Pull: 3, Squat: 0 } })
    expect(found(sessionSpike, [...before, first])).toBeNull()
    expect(found(sessionSpike, [...before, first, loadsOf(1, pushed(2000))])?.category).toBe('Push')
  })
})

describe('monotony', () => {
  it('is that of the last seven days, beside the mean total of the four weeks before', () => {
    // 100 + 99 + ... + 94 = 679, and each week before has 49 less: 630, 581, 532, 483
    const { facts, since } = found(monotony, daily(34)) ?? {}
    expect(facts).toMatchObject({ weekTotal: 679, own4WeekMean: 556.5, monotony: 10 })
    expect(since).toBe(ago(6))
  })

  it('gives no mean when the athlete has trained for a day less than five weeks', () => {
    expect(found(monotony, daily(33))?.facts).toMatchObject({ weekTotal: 679, own4WeekMean: null })
  })

  it('does not look further back than four weeks', () => {
    expect(found(monotony, daily(60))?.facts.own4WeekMean).toBe(556.5)
  })

  it('needs a week since the first session', () => {
    expect(found(monotony, daily(6))).not.toBeNull()
    expect(found(monotony, daily(5))).toBeNull()
    expect(found(monotony, [])).toBeNull()
  })
})

describe('strain', () => {
  it('is that of the last seven days, beside all weeks before, oldest first', () => {
    // a monotony of 10, the largest, times 679, 630 and 581
    const { facts, since } = found(strain, daily(20)) ?? {}
    expect(facts).toEqual({ strain: 6790, strainHistory: [5810, 6300] })
    expect(since).toBe(ago(6))
  })

  it('compares a week with 51 before it at most', () => {
    const months = (days: number) => Array.from({ length: days }, (_, daysAgo) => loadsOf(daysAgo, effort(1 + daysAgo)))
    const histories = [51 * 7, 52 * 7, 53 * 7, 1_000].map((days) => found(strain, months(days))?.facts.strainHistory)
    expect(histories.map((weeks) => weeks?.length)).toEqual([50, 51, 51, 51])
    // the week that began 357 days ago: 358 + ... + 364 AU, at the largest monotony
    expect(histories[3]?.[0]).toBe(10 * 7 * 361)
    expect(histories[3]).toEqual(histories[1])
  })

  it('needs a week since the first session', () => {
    expect(found(strain, daily(6))?.facts.strainHistory).toEqual([])
    expect(found(strain, daily(5))).toBeNull()
  })
})

describe('loadRatio', () => {
  it('is that of today, since the first of the last seven days', () => {
    const { facts, since } = found(loadRatio, daily(27)) ?? {}
    expect(facts?.ewmaRatio).toBeGreaterThan(1)
    expect(since).toBe(ago(6))
  })

  it('is null before four weeks of training', () => {
    expect(found(loadRatio, daily(26))).toBeNull()
  })
})

describe('pushPull', () => {
  it('counts the sets of 28 days, today included', () => {
    const loads = [loadsOf(28, sets(9, 9)), loadsOf(27, sets(4, 3)), loadsOf(0, sets(2, 1))]
    expect(found(pushPull, loads)).toMatchObject({ facts: { pushSets28Days: 6, pullSets28Days: 4 }, since: ago(27) })
  })
})
