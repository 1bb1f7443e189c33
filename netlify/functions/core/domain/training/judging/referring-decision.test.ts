import { expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import { live, pullUp } from '#tests/support/second-rules.js'

it('says at a further place of an exercise what was done there', () => {
  const inputsAt = (pain: number | null) => {
    const second = { ...pullUp, sets: [6, { amount: 5, rpe: 9 }, { amount: 4, rpe: 9.5, pain }] }
    return live(rules2026v2, [['2026-11-02', { ...pullUp, sets: [6, 6, 6] }, second]]).decisions[1]?.inputs
  }
  expect(inputsAt(3)).toMatchObject({ actual: [6, 5, 4], rpeLast: 9.5, pain: 3 })
  expect(inputsAt(null)?.pain).toBe(0)
})
