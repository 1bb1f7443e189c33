import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { uuid } from '#tests/support/ids.js'
import { noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { confirmingEvent, overridingEvent } from './decision-events.js'
import { exerciseOf } from './session-exercises.js'

const session = planned()
const exercise = exerciseOf(session, pushUps)
const place = { sessionId: uuid(1), sessionExerciseId: pushUps, exerciseId: uuid(901), on: '2026-11-22' }

it('overridingEvent carries the sets that the athlete puts in place of a decision', () => {
  expect(overridingEvent(session, exercise, [{ reps: 6 }, { reps: 5 }], noon)).toMatchObject({
    type: 'decision.overridden',
    subject: pushUps,
    occurredAt: noon.now,
    payload: { ...place, sets: [6, 5], rulesVersion: rulesInForce.version },
  })
})

it('overridingEvent refuses seconds for an exercise that is counted in reps', () => {
  expect(refusalOf(() => overridingEvent(session, exercise, [{ duration: 30 }], noon))).toEqual({
    code: 'METRIC_MISMATCH',
    faults: ['/sets METRIC_MISMATCH'],
  })
})

it('confirmingEvent confirms a performance that was held for review', () => {
  expect(confirmingEvent(session, exercise, noon)).toMatchObject({
    type: 'observation.confirmed',
    payload: { ...place, rulesVersion: rulesInForce.version },
  })
})
