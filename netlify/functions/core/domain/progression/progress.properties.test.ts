import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from '#domain/library/vocabulary.js'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { progress } from './progress.js'
import type { ProgressSession, ProgressState } from './progress-state.js'
import { startSets } from './start-value.js'

const rpe = fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2))
const session: fc.Arbitrary<ProgressSession> = fc.record({
  actual: fc.array(fc.nat(40), { maxLength: 6 }),
  rpeLast: rpe,
  pain: fc.nat(10),
})

/** Any state that the caller's promise allows: start <= working <= default. */
const state: fc.Arbitrary<ProgressState> = fc
  .record({
    metric: fc.constantFrom<Metric>('reps', 'duration'),
    sets: fc.array(
      fc.record({ amount: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    overStreak: fc.nat(4),
    failStreak: fc.nat(2),
    masteryCount: fc.nat(3),
    mastered: fc.boolean(),
  })
  .map(({ metric, sets, ...counters }) => {
    const defaults = sets.map(({ amount }) => amount)
    const starts = startSets(metric, defaults, rules2026v1)
    const working = sets.map(({ amount, share }, index) => {
      const start = starts[index] ?? 0
      return start + Math.round(share * (amount - start))
    })
    return { metric, defaults, working, ...counters }
  })

describe.each([rules2026v1, rules2026v2])('progress by the rules $version, whatever the state and session', (rules) => {
  it('keeps every working set between its start value and its default', () => {
    return fc.assert(
      fc.property(state, session, (before, done) => {
        const { working } = progress(before, done, rules)
        const starts = startSets(before.metric, before.defaults, rules)
        expect(working).toHaveLength(before.working.length)
        working.forEach((amount, index) => {
          expect(amount).toBeGreaterThanOrEqual(starts[index] ?? Number.NaN)
          expect(amount).toBeLessThanOrEqual(before.defaults[index] ?? Number.NaN)
        })
      }),
    )
  })

  it('never raises a set and never counts towards mastery when pain is above 3', () => {
    return fc.assert(
      fc.property(state, session, fc.integer({ min: 4, max: 10 }), (before, done, pain) => {
        const after = progress(before, { ...done, pain }, rules)
        expect(['hold', 'regress', 'swap_down']).toContain(after.decision)
        after.working.forEach((amount, index) => {
          expect(amount).toBeLessThanOrEqual(before.working[index] ?? Number.NaN)
        })
        expect(after.masteryCount).toBeLessThanOrEqual(before.masteryCount)
      }),
    )
  })

  it('gives a completion between 0 and 1', () => {
    return fc.assert(
      fc.property(state, session, (before, done) => {
        const after = progress(before, done, rules)
        expect(after.completion).toBeGreaterThanOrEqual(0)
        expect(after.completion).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('keeps a mastery', () => {
    return fc.assert(
      fc.property(state, session, (before, done) => {
        expect(progress({ ...before, mastered: true }, done, rules).mastered).toBe(true)
      }),
    )
  })
})

const start = (metric: Metric, amount: number, sets: number): ProgressState => {
  const defaults = Array.from({ length: sets }, () => amount)
  return {
    metric,
    defaults,
    working: startSets(metric, defaults, rules2026v1),
    overStreak: 0,
    failStreak: 0,
    masteryCount: 0,
    mastered: false,
  }
}

describe('an athlete who neither gains nor loses, by the first rules,', () => {
  /** Does the working sets as far as the capacity allows, and rates the last one honestly. */
  const perform = (working: readonly number[], capacity: readonly number[]): ProgressSession => {
    const actual = working.map((amount, index) => Math.min(amount, capacity[index] ?? 0))
    const last = working.length - 1
    const inReserve = (capacity[last] ?? 0) - (actual[last] ?? 0)
    return { actual, rpeLast: Math.max(1, 10 - inReserve), pain: 0 }
  }

  /** Each set is as hard as the one before it, or harder. */
  const tiring = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }))
    .map(([first, losses]) => {
      let capacity = first
      return losses.map((loss) => (capacity = Math.max(1, capacity - loss)))
    })

  it('settles at working sets that do not change any more', () => {
    return fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), tiring, (amount, capacity) => {
        let now = start('reps', amount, capacity.length)
        const history = Array.from({ length: 200 }, () => {
          now = { ...now, ...progress(now, perform(now.working, capacity), rules2026v1) }
          return now.working.join()
        })
        expect(new Set(history.slice(100)).size, history.slice(0, 40).join(' ')).toBe(1)
      }),
    )
  })

  it('is never asked for more than one step beyond the capacity, even without any rating', () => {
    const setup = fc.tuple(fc.constantFrom<Metric>('reps', 'duration'), fc.integer({ min: 4, max: 60 }), fc.nat(60))
    return fc.assert(
      fc.property(setup, ([metric, amount, above]) => {
        let now = start(metric, amount, 3)
        const capacity = (now.working[0] ?? 0) + above
        const step = metric === 'reps' ? 1 : 5
        for (let sessions = 0; sessions < 100; sessions += 1) {
          const actual = now.working.map((target) => Math.min(target, capacity))
          now = { ...now, ...progress(now, { actual, rpeLast: null, pain: 0 }, rules2026v1) }
          expect(Math.max(...now.working)).toBeLessThanOrEqual(capacity + step)
        }
      }),
    )
  })
})
