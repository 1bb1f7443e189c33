import { expect, test } from 'vitest'
import { idOf, uuid } from '#tests/support/ids.js'
import { at, noon, plank, planned, pushUps } from '#tests/support/sessions.js'
import { editSession, startSession } from './life.js'
import { revise } from './revise.js'
import type { Session } from './session.js'
import { editExercise } from './session-exercises.js'
import { correctSet, logSet } from './set-logs.js'

const later = at('2026-11-22T12:30:00.000Z')
const open = planned()
const started = revise(open, startSession(open, {}, noon), noon.now)
const logged = logSet(
  logSet(started, pushUps, { id: idOf.set(500), reps: 8 }, noon),
  pushUps,
  { id: idOf.set(501), reps: 8 },
  noon,
)

const versionsOf = ({ version, exercises }: Session) => [version, ...exercises.map((item) => item.version)]

test('revise returns the same session when nothing changed', () => {
  const session = planned()
  expect(revise(session, session, later.now)).toBe(session)
})

test('revise counts up only the session when only its own fields changed', () => {
  const revised = revise(started, editSession(started, { notes: 'x' }, later), later.now)
  expect(versionsOf(revised)).toEqual([3, 1, 1, 1])
  expect(revised.exercises[0]).toBe(started.exercises[0])
  expect(revised.updatedAt).toBe('2026-11-22T12:30:00.000Z')
})

test('revise counts up the exercise and the session when a set is logged', () => {
  const revised = revise(started, logged, later.now)
  expect(versionsOf(revised)).toEqual([3, 2, 1, 1])
  expect(revised.exercises[0]?.sets.map(({ version }) => version)).toEqual([1, 1])
})

test('revise counts up a corrected set, and not the other sets', () => {
  const place = { sessionExerciseId: pushUps, setId: idOf.set(500) }
  const revised = revise(logged, correctSet(logged, place, { reps: 7 }, later), later.now)
  expect(revised.exercises[0]?.sets.map(({ version }) => version)).toEqual([2, 1])
})

test('revise counts up the exercises that changed places, and not the others', () => {
  const revised = revise(started, editExercise(started, plank, { order: 1 }), later.now)
  expect(revised.exercises.map(({ id, version }) => [id, version])).toEqual([
    [plank, 2],
    [pushUps, 2],
    [uuid(102), 1],
  ])
})

test('revise moves updatedAt on even when the clock runs backwards', () => {
  const revised = revise(started, editSession(started, { notes: 'x' }, noon), at('2026-11-22T11:00:00.000Z').now)
  expect(revised.updatedAt > started.updatedAt).toBe(true)
})
