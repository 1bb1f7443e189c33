import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { exercise, sessionOn, type Work } from '#tests/support/training-logs.js'
import { decideExercise } from './decide-exercise.js'
import type { DecisionContext } from './judging/decision-context.js'
import { type ExerciseStanding, nothingKnown, standingIn } from './training-state.js'

const pushUp = exercise('push-up')
const { cautionAbove } = rules2026v1.progression.pain

/** Decides after one session of push-ups, whose standard is three sets of eight. */
function decide(
  work: Omit<Work, 'exercise'>,
  known: Partial<ExerciseStanding> = {},
  more: Partial<DecisionContext> = {},
) {
  const session = sessionOn('2026-11-05', { exercise: pushUp.id, ...work })
  const [logged] = session.exercises
  if (!logged) throw new Error('the session has one exercise')
  const standing = { ...standingIn(nothingKnown, pushUp.id), ...known }
  const context = { session, exercise: logged, facts: pushUp, rules: rules2026v1, lastTrainedOn: null }
  return decideExercise(standing, { ...context, inDeload: false, override: null, ...more })
}

const reasonOf = (...given: Parameters<typeof decide>) => decide(...given).decision.reason

describe('decideExercise in a week of deload', () => {
  const met = { actual: [5, 5, 5] }

  it('holds for the deload when pain is exactly at "caution"', () => {
    expect(reasonOf({ ...met, pain: cautionAbove }, {}, { inDeload: true })).toBe('deload')
  })

  it('holds for pain when it is one above "caution"', () => {
    expect(reasonOf({ ...met, pain: cautionAbove + 1 }, {}, { inDeload: true })).toBe('pain_caution')
  })

  it('holds for the deload when sets were assisted', () => {
    expect(reasonOf({ ...met, weightKg: -10 }, {}, { inDeload: true })).toBe('deload')
  })
})

describe('decideExercise when the plan was below the working sets', () => {
  const asPlanned = { actual: [5, 5, 5], targets: [5, 5, 5] }

  it('keeps the working sets and every count when the plan was met', () => {
    const known = { working: [8, 8, 8], overStreak: 1, failStreak: 0, masteryCount: 1 }
    expect(decide(asPlanned, known)).toMatchObject({ decision: { reason: 'plan_met' }, standing: known })
  })

  it('keeps the working sets and the misses when the plan was met after two misses', () => {
    const known = { working: [8, 8, 8], failStreak: 2 }
    expect(decide(asPlanned, known)).toMatchObject({ decision: { reason: 'plan_met' }, standing: known })
  })

  it('does not swap down after two misses at the start when the plan was met', () => {
    const belowStart = { actual: [4, 4, 4], targets: [4, 4, 4] }
    expect(reasonOf(belowStart, { working: [5, 5, 5], failStreak: 2 })).toBe('plan_met')
  })

  it('holds when the plan was a single set, and was met', () => {
    expect(reasonOf({ actual: [5], targets: [5] }, { working: [8, 8, 8] })).toBe('plan_met')
  })

  it('counts a miss when less than planned was done', () => {
    expect(reasonOf({ ...asPlanned, actual: [5, 5, 4] }, { working: [8, 8, 8] })).toBe('missed')
  })

  it('counts a miss when nothing was planned', () => {
    expect(reasonOf({ actual: [5, 5, 5], targets: [] }, { working: [8, 8, 8] })).toBe('missed')
  })
})

describe('the standing after a session', () => {
  const met = { actual: [8, 8, 8], targets: [8, 8, 8] }

  it('counts the session, and has its day and its decision', () => {
    expect(decide(met, { working: [8, 8, 8], sessionsCount: 3 }).standing).toMatchObject({
      sessionsCount: 4,
      lastSessionOn: '2026-11-05',
      lastDecision: 'consolidate',
    })
  })

  const masteredAt = (known: Partial<ExerciseStanding>) =>
    decide(met, { working: [8, 8, 8], ...known }).standing.masteredAt

  it('has the instant of the session that mastered the exercise', () => {
    expect(masteredAt({ masteryCount: 1 })).toBe('2026-11-05T18:00:00.000Z')
  })

  it('keeps the instant of the first mastery', () => {
    const before = '2026-10-01T18:00:00.000Z'
    expect(masteredAt({ masteryCount: 2, masteredAt: before })).toBe(before)
  })
})
