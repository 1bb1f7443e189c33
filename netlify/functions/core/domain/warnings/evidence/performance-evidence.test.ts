import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { ago, residualsOf, trained } from '#tests/support/situations.js'
import { sessionOn, type Work } from '#tests/support/training-logs.js'
import { performanceDrop } from './performance-evidence.js'

const pushUps = (reps: number, rpe: number | null = 8): Work => ({ exercise: 'push-up', actual: [reps], rpe })
const pullUps = (reps: number, rpe: number | null = 8): Work => ({ exercise: 'pull-up', actual: [reps], rpe })
const byFirstRules = (session: LoggedSession) => ({ ...session, rulesVersion: rules2026v1.version })

/** What the sessions show, as it is noted while they are folded. */
function found(...sessions: LoggedSession[]) {
  const judged = sessions.map(byFirstRules)
  return performanceDrop({ ...trained(...judged), residuals: residualsOf(judged, rules2026v1) }, rules2026v1)
}

describe('performanceDrop', () => {
  it('measures a first session against a wide guess', () => {
    // y = 2 + ln(8/8), v = 0.04 + (1.1/8)^2 = 0.0589; z = (2 - 1) / sqrt(1 + 0.0225 + 0.0589)
    const [z] = found(sessionOn(ago(1), pushUps(6)))?.facts.performanceZ ?? []
    expect(z).toBeCloseTo(0.9616, 4)
  })

  it('weighs the exercises of a session by how exactly each tells the level', () => {
    // 2 with variance 0.0589 and 2 + ln(10/8) = 2.2231 with 0.0425 make 2.1296 with 0.0247
    const [z] =
      found(sessionOn(ago(1), pushUps(6), { ...pushUps(10, 10), exercise: 'archer-push-up' }))?.facts.performanceZ ?? []
    expect(z).toBeCloseTo(1.1039, 4)
  })

  it('compares the last two sessions of a category, since the first of them', () => {
    const { facts, since, category } =
      found(...[9, 6, 3, 1].map((daysAgo) => sessionOn(ago(daysAgo), pushUps(6)))) ?? {}
    expect(facts?.performanceZ).toHaveLength(2)
    expect([since, category]).toEqual([ago(3), 'Push'])
  })

  it('compares each category with itself', () => {
    const steady = [40, 36, 32, 28, 24, 20].map((daysAgo) => sessionOn(ago(daysAgo), pushUps(10), pullUps(10)))
    const weak = [sessionOn(ago(4), pushUps(10), pullUps(5, 10)), sessionOn(ago(1), pushUps(10), pullUps(3, 10))]
    const { facts, category } = found(...steady, ...weak) ?? {}
    expect(category).toBe('Pull')
    expect(facts?.performanceZ).toHaveLength(2)
  })

  it('passes over sessions that say only how much is possible at least', () => {
    expect(found(sessionOn(ago(3), pushUps(6)), sessionOn(ago(1), pushUps(6, null)))?.since).toBe(ago(3))
    expect(found(sessionOn(ago(1), pushUps(6, null)))).toBeNull()
  })

  it('holds while the last of the two is less than 28 days old', () => {
    const since = (newest: number) => found(sessionOn(ago(30), pushUps(6)), sessionOn(ago(newest), pushUps(6)))?.since
    expect([since(27), since(28)]).toEqual([ago(30), undefined])
  })
})
