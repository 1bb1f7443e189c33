import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { storedDecisions } from '#domain/training/stored-training.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { TrainingDecision } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { explainMastery } from './explain-mastery.js'
import { masteryOf, metStandard } from './mastery.js'

const pushUp = exercise('push-up')
const library = libraryWith(pushUp, exercise('dip'))
const met = (date: string, slug = 'push-up') =>
  sessionOn(date, { exercise: slug, actual: [8, 8, 8], targets: [8, 8, 8], rpe: 8 })
function masteryAfter(...sessions: readonly LoggedSession[]) {
  const state = inOneGo(deriveTraining({ sessions, directives: [] }, library, ruleBook))
  const isMeeting = ({ exerciseId, reason }: TrainingDecision) =>
    exerciseId === pushUp.id && metStandard.includes(reason)
  return masteryOf(pushUp, state, storedDecisions(state, isMeeting), rulesInForce)
}

describe('masteryOf', () => {
  it('asks for two sessions in a row when none counts yet', () => {
    expect(masteryAfter()).toEqual({
      masteredAt: null,
      working: null,
      counting: [],
      sessionsNeeded: 2,
      sessionsMissing: 2,
    })
  })

  it('names the session that counts when one is missing', () => {
    const once = masteryAfter(met('2026-11-18'), met('2026-11-19', 'dip'))
    expect(once).toMatchObject({ masteredAt: null, working: [8, 8, 8], sessionsMissing: 1 })
    expect(once.counting.map(({ on }) => on)).toEqual(['2026-11-18'])
  })

  it('asks for nothing once the standard was met often enough', () => {
    const twice = masteryAfter(met('2026-11-18'), met('2026-11-20'))
    expect(twice).toMatchObject({ masteredAt: '2026-11-20T18:00:00.000Z', sessionsMissing: 0 })
    expect(twice.counting.map(({ on }) => on)).toEqual(['2026-11-18', '2026-11-20'])
  })

  it('begins again when a session falls short', () => {
    const missed = sessionOn('2026-11-19', { exercise: 'push-up', actual: [8, 8, 6], targets: [8, 8, 8], rpe: 9 })
    expect(masteryAfter(met('2026-11-18'), missed)).toMatchObject({ counting: [], sessionsMissing: 2 })
  })
})

describe('explainMastery', () => {
  const explain = (masteredAt: string | null, sessionsMissing: number, more = {}) =>
    explainMastery({ masteredAt, sessionsMissing }, { ...pushUp, ...more })

  it('says how many sessions must meet the standard', () => {
    expect(explain(null, 2)).toBe('Meet 8, 8, 8 reps in 2 sessions in a row, with something in reserve.')
    expect(explain(null, 1, { metric: 'duration', defaults: [30] })).toBe(
      'Meet 30 s in 1 session in a row, with something in reserve.',
    )
  })

  it('says that the exercise is mastered', () => {
    expect(explain('2026-11-20T18:00:00.000Z', 0)).toBe('Mastered: the standard was met as often as it takes.')
  })
})
