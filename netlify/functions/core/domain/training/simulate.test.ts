import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { loggedOn } from '#tests/support/logged-entries.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import { type HypotheticalSession, type Simulation, simulate } from './simulate.js'
import { nothingKnown, standingIn } from './training-state.js'

const pushUp = exercise('push-up')

const day = (index: number) => `2026-11-${String(index + 1).padStart(2, '0')}`

function run(sessions: Partial<HypotheticalSession>[], more: Partial<Simulation> = {}) {
  return simulate(
    {
      exercise: pushUp,
      standard: pushUp.defaults,
      standing: standingIn(nothingKnown, pushUp.id),
      lastTrainedOn: null,
      deloads: [],
      sessions: sessions.map((session, index) => ({
        date: day(index),
        actual: [5, 5, 5],
        rpeLast: 8,
        pain: 0,
        assisted: false,
        ...session,
      })),
      ...more,
    },
    rulesInForce,
  )
}
const told = (simulated: ReturnType<typeof run>) =>
  simulated.map(({ decision }) => `${decision.decision}/${decision.reason} ${decision.after}`)

describe('simulate', () => {
  it('begins at the start values of the exercise, and builds each session on the decision before it', () => {
    expect(
      told(run([{}, { actual: [6, 6, 6] }, { actual: [7, 7, 7] }, { actual: [8, 8, 8] }, { actual: [8, 8, 8] }])),
    ).toEqual([
      'progress/target_met 6,6,6',
      'progress/target_met 7,7,7',
      'progress/target_met 8,8,8',
      'consolidate/default_met_once 8,8,8',
      'mastered/default_met_twice 8,8,8',
    ])
  })

  it('goes on from a given standing', () => {
    const standing = { ...standingIn(nothingKnown, pushUp.id), working: [7, 7, 7], failStreak: 2 }
    expect(told(run([{ actual: [7, 6, 5], rpeLast: 10 }], { standing }))).toEqual(['regress/repeated_miss 6,6,6'])
  })

  it('lowers the targets after a break between two sessions, or before the first one', () => {
    const standing = { ...standingIn(nothingKnown, pushUp.id), working: [8, 8, 8] }
    expect(run([{ date: '2026-11-22' }], { standing, lastTrainedOn: '2026-10-22' })[0]?.decision.before).toEqual([
      5, 5, 5,
    ])
    const apart = run([{ date: '2026-10-01', actual: [8, 8, 8] }, { date: '2026-11-22' }], { standing })
    expect(apart[1]?.decision.before).toEqual([5, 5, 5])
  })

  it('holds with assistance and in a deload week, and stops for pain', () => {
    expect(told(run([{ assisted: true }]))).toEqual(['hold/assisted 5,5,5'])
    expect(told(run([{}], { deloads: [{ startsOn: day(0), endsOn: day(6) }] }))).toEqual(['hold/deload 5,5,5'])
    expect(told(run([{ pain: 6 }]))).toEqual(['swap_down/pain_stop 5,5,5'])
  })

  it('gives the same decisions as a training log with the same completed sessions', () => {
    const aSession = fc.record({
      actual: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
      rpeLast: fc.constantFrom(null, 6, 7.5, 9, 10),
      pain: fc.constantFrom(0, 0, 4, 7),
    })
    fc.assert(
      fc.property(fc.array(aSession, { minLength: 1, maxLength: 12 }), (sessions) => {
        const simulated = run(sessions)
        const logged = sessions.map(({ actual, rpeLast, pain }, index) => {
          const targets = index === 0 ? [5, 5, 5] : (simulated[index - 1]?.decision.after ?? [])
          const last = actual.length - 1
          const sets = actual.map((amount, place) => ({
            amount,
            rpe: place === last ? rpeLast : null,
            pain: place === last ? pain : null,
          }))
          return loggedOn(day(index), rulesInForce, { exercise: 'push-up', standard: [8, 8, 8], targets, sets })
        })
        const { decisions, held } = inOneGo(
          deriveTraining({ sessions: logged, directives: [] }, libraryWith(pushUp), ruleBook),
        )
        fc.pre(held.length === 0)
        const bare = ({ decision, reason, before, after }: (typeof decisions)[number]) => [
          decision,
          reason,
          before,
          after,
        ]
        expect(simulated.map(({ decision }) => bare(decision))).toEqual(decisions.map(bare))
      }),
    )
  })
})
