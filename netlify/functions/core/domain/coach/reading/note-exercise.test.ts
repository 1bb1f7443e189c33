import { describe, expect, it } from 'vitest'
import type { DecisionKind } from '#domain/progression/decision.schema.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type GivenEntry, loggedOn } from '#tests/support/logged-entries.js'
import { live } from '#tests/support/second-rules.js'
import { noExerciseNotes, noteTakenBack, noteTrained } from './note-exercise.js'
import type { SeenExercise, SeenObservation } from './seen-exercise.js'

const start = noExerciseNotes(rulesInForce)
const seen = (actual: number, more: Partial<SeenObservation> = {}): SeenObservation => ({
  ...{
    metric: 'reps',
    actual,
    rpe: 10,
    failed: false,
    difficulty: 2,
    defaultAmount: 8,
    modifierLevels: 0,
    held: false,
  },
  ...more,
})
const entriesOf = (...entries: Partial<GivenEntry>[]): SeenExercise['entries'] =>
  loggedOn('2026-11-02', rulesInForce, ...entries.map((one) => ({ exercise: 'dip', sets: [8], ...one }))).exercises

const noted = (observation: SeenObservation | null, before = start) =>
  noteTrained(before, 100, { observation, entries: entriesOf({}) }, rulesInForce)

describe('noteTrained', () => {
  it('notes a first session as a gain', () => {
    expect(noted(seen(1))).toMatchObject({ best: 1, gainOn: 100, sessionsWithoutGain: 0, lastOn: 100 })
  })

  it('notes a gain from three percent on, and counts the sessions without', () => {
    const before = { ...start, best: 100, gainOn: 90, sessionsWithoutGain: 1 }
    expect(noted(seen(103), before)).toMatchObject({ best: 100, gainOn: 90, sessionsWithoutGain: 2 })
    expect(noted(seen(104), before)).toMatchObject({ best: 104, gainOn: 100, sessionsWithoutGain: 0 })
  })

  it('takes what waits for review, or tells nothing, for no gain', () => {
    expect(noted(seen(50, { held: true }))).toMatchObject({ best: 0, gainOn: null, sessionsWithoutGain: 1 })
    expect(noted(null)).toMatchObject({ best: 0, gainOn: null, sessionsWithoutGain: 1 })
  })

  it('takes reps with a modifier for more without it', () => {
    expect(noted(seen(10, { modifierLevels: 0.35 })).best).toBeCloseTo(10 * Math.exp(0.35), 12)
  })

  it('keeps the modifier of the last entry', () => {
    const entries = entriesOf(
      { modifier: 'tempo' },
      { modifier: 'tempo_pause' },
      { modifier: 'none' },
      { modifier: 'reps' },
    )
    expect(noteTrained(start, 100, { observation: null, entries }, rulesInForce).modifier).toBe('reps')
  })
})

describe('noteTakenBack', () => {
  const [decision] = live(rulesInForce, [['2026-11-02', { exercise: 'push-up', sets: [6, 6, 6] }]]).decisions
  const notedAfter = (kind: DecisionKind) => {
    if (decision === undefined) throw new Error('a session leads to a decision')
    return noteTakenBack(start, { ...decision, decision: kind }, 100)
  }

  it('keeps the day on which the exercise was taken back, or swapped for an easier one', () => {
    expect(notedAfter('regress')).toMatchObject({ regressedOn: 100, swappedDownOn: null })
    expect(notedAfter('swap_down')).toMatchObject({ regressedOn: 100, swappedDownOn: 100 })
    expect(notedAfter('progress')).toBe(start)
  })
})
