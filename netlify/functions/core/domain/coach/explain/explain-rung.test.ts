import { expect, it } from 'vitest'
import type { RungRule } from '../rung-rule.js'
import { explainRung } from './explain-rung.js'

const said = (rule: RungRule) => explainRung(rule, (slug) => slug).explanation

it('says of a rung that is kept how it went lately, and what the next one waits for', () => {
  const kept = { id: 'rung.keep', because: 'still_growing', chance: 0.58, threshold: 0.7 } as const
  expect(said({ ...kept, sessionsWithoutGain: 0 })).toBe(
    'Your best at it was the last session. Three sets of its standard are 58 % likely; from 70 % on there is something harder.',
  )
  expect(said({ ...kept, sessionsWithoutGain: 2 })).toContain('Your best at it was 3 sessions ago.')
  expect(said({ ...kept, because: 'no_variant', sessionsWithoutGain: 6 })).toBe(
    'Your best at it was 7 sessions ago, and there is no variant of it to change to.',
  )
})

it('says no chance where it is high anyway', () => {
  const chances = [
    { id: 'rung.hardest_that_fits', chance: 0.87, threshold: 0.7 },
    { id: 'rung.goal_path', from: null, goal: 'pull-up', chance: 0.9, threshold: 1 },
    { id: 'rung.next', from: 'push-up', mastered: false, chance: 0.99, threshold: 0.7 },
  ] as readonly RungRule[]
  for (const rule of chances) expect(said(rule)).not.toContain('%')
})
