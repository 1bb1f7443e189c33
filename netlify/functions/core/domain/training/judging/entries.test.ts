import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import type { GivenEntry } from '#tests/support/logged-entries.js'
import { live, pullUp } from '#tests/support/second-rules.js'

describe('an exercise that was planned twice in a session', () => {
  it('is judged by both plans together, in their order', () => {
    const first: GivenEntry = { ...pullUp, targets: [6, 5], sets: [6, 5] }
    const [decision] = live(rules2026v2, [
      ['2026-11-02', first, { ...pullUp, targets: [4, 3], sets: [4, 3] }],
    ]).decisions
    expect(decision?.inputs).toMatchObject({ targets: [6, 5, 4, 3], actual: [6, 5, 4, 3] })
  })
})

describe('what a slower exercise tells of the ability', () => {
  const meanAfter = (rules: TrainingRules, entry: Partial<GivenEntry>) =>
    live(rules, [['2026-11-02', { ...pullUp, sets: [6, 6, 6], ...entry }]]).categories.get('Pull')?.ability.mean ??
    Number.NaN
  const withModifier = (rules: TrainingRules) => {
    const slower = (['none', 'tempo', 'tempo_pause'] as const).map((modifier) => meanAfter(rules, { modifier }))
    return slower.map((mean) => mean - (slower[0] ?? 0))
  }

  it('is more than the same reps at an ordinary pace, and still more with a pause', () => {
    const [, tempo = 0, pause = 0] = withModifier(rules2026v2)
    expect(tempo).toBeGreaterThan(0.1)
    expect(pause).toBeGreaterThan(tempo + 0.05)
  })

  it('was the same by the first rules', () => {
    expect(withModifier(rules2026v1)).toEqual([0, 0, 0])
  })

  it('is that of its kilograms alone when a load was planned', () => {
    const sets = [{ amount: 6, weightKg: 10 }]
    expect(meanAfter(rules2026v2, { modifier: 'load:10', sets })).toBe(meanAfter(rules2026v2, { sets }))
  })
})
