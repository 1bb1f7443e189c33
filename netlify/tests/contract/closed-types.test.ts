import { expect, test } from 'vitest'
import { event, parseEvent } from '#domain/event/event.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { DecisionReason } from '#domain/progression/decision.schema.js'
import { setOf } from '#domain/session/set-logs.js'
import type { GoalId, KeyId } from '#domain/values/id.schema.js'
import { decisionRow } from '#queries/exercise-decisions.js'
import { findSession } from '#queries/workout-sessions.js'
import { idOf } from '#tests/support/ids.js'
import { planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'

// The compiler keeps these: a line that begins to compile is an unused `@ts-expect-error`, which is
// an error of its own.

test('a reason that no rule gives neither compiles nor parses', () => {
  // @ts-expect-error not one of the reasons
  const unknown: DecisionReason = 'target_reached'
  expect(DecisionReason.safeParse(unknown).success).toBe(false)
  expect(decisionRow.shape.reason).toBe(DecisionReason)
})

test('an event does not compile with a reason that no rule gives, and is not read with one', () => {
  const exerciseId = idOf.exercise(3)
  const changed = event('workingSets.progressed', exerciseId, new Date('2026-11-22T12:00:00.000Z'), {
    sessionId: idOf.session(1),
    sessionExerciseId: idOf.sessionExercise(2),
    exerciseId,
    decision: 'progress',
    // @ts-expect-error not one of the reasons
    reason: 'target_reached',
    before: [8],
    after: [9],
    rulesVersion: '2026.1',
  })
  expect(() => parseEvent(changed)).toThrow('reason')
})

test('an id of one kind does not compile where another kind is expected', () => {
  const goalId: GoalId = idOf.goal(1)
  // @ts-expect-error a goal is no key
  const keyId: KeyId = goalId
  expect(keyId).toBe(goalId)
})

test('the ids of a set and of the exercise that it belongs to cannot be swapped', () => {
  const place = { sessionExerciseId: pushUps, setId: idOf.set(500) }
  const swapped = { sessionExerciseId: place.setId, setId: place.sessionExerciseId }
  expect(refusalOf(() => setOf(planned(), place)).code).toBe('SET_NOT_FOUND')
  // @ts-expect-error each stands where the other is meant
  expect(refusalOf(() => setOf(planned(), swapped)).code).toBe('SESSION_EXERCISE_NOT_FOUND')
})

test('an exercise of a session is no exercise of the library', () => {
  const library = libraryWith(exercise('push-up'))
  // @ts-expect-error the id that the exercise has in its session
  expect(() => exerciseIn(library, pushUps)).toThrow('is not in the library')
})

test('a session is not found by the id of its athlete', () => {
  const userId = idOf.athlete(1)
  // @ts-expect-error an athlete is no session
  expect(findSession({ userId, id: userId }).name).toBe('findSession')
})
