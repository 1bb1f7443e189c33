import { describe, expect, test } from 'vitest'
import { replayEvents } from '#domain/training/replay-events.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { library, noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, startSession } from './life.js'
import { planExercise } from './plan-exercise.js'
import { revise } from './revise.js'
import type { Session } from './session.js'
import { planningEvents, sessionEvents } from './session-events.js'
import { swapExercise } from './session-exercises.js'
import { logSet } from './set-logs.js'

/** Puts a plank in the place of the push-ups. */
const swapped = (session: Session, id = pushUps): Session =>
  swapExercise(session, id, (place) =>
    planExercise({ exercise: 'plank', sets: [{ duration: 10 }] }, library, place, noon),
  )
const namesOf = ({ exercises }: Session) => exercises.map(({ order, exercise }) => `${order} ${exercise.slug}`)

describe('swapExercise', () => {
  test('puts the other exercise in the same place, under the same id, with a new version', () => {
    const before = planned()
    const after = revise(before, swapped(before), noon.now)
    expect(namesOf(after)).toEqual(['1 plank', '2 plank', '3 archer-push-up'])
    expect(after.exercises[0]).toMatchObject({
      id: pushUps,
      version: 2,
      planned: { sets: [{ duration: 10 }], tempo: 'hold' },
      plannedFrom: 'given',
    })
    expect(after.exercises.slice(1)).toEqual(before.exercises.slice(1))
  })

  const begun = startSession(planned(), {}, noon)

  test('refuses an exercise with a logged set', () => {
    const logged = logSet(begun, pushUps, { id: idOf.set(500), reps: 5 }, noon)
    expect(refusalOf(() => swapped(logged)).code).toBe('SWAP_NOT_POSSIBLE')
  })

  test('refuses an exercise that is not there', () => {
    expect(refusalOf(() => swapped(begun, idOf.sessionExercise(7))).code).toBe('SESSION_EXERCISE_NOT_FOUND')
  })

  test('refuses a completed session', () => {
    expect(refusalOf(() => swapped(completeSession(begun, { withoutSets: true }, noon))).code).toBe('SESSION_NOT_OPEN')
  })

  test('appends events from which the same training log can be replayed', () => {
    const plan = planned()
    const states = [plan]
    const then = (decide: (session: Session) => Session) => {
      const before = states.at(-1) ?? plan
      states.push(revise(before, decide(before), noon.now))
    }
    then((session) => startSession(session, {}, noon))
    then((session) => swapped(session))
    then((session) => logSet(session, pushUps, { id: idOf.set(500), duration: 12 }, noon))
    then((session) => completeSession(session, {}, noon))
    const events = states.slice(1).flatMap((state, index) => sessionEvents(states[index] ?? plan, state, noon))
    expect(events.find(({ type }) => type === 'sessionExercise.changed')?.payload).toMatchObject({
      exercise: { id: pushUps, exerciseId: idOf.exercise(902), targets: [10] },
      fields: ['exercise', 'planned.sets', 'planned.tempo'],
    })
    const [session]: readonly LoggedSession[] = inOneGo(
      replayEvents([...planningEvents(plan, noon), ...events]),
    ).sessions
    expect(session?.exercises[0]).toMatchObject({
      exerciseId: idOf.exercise(902),
      targets: [10],
      standard: { sets: [30, 20] },
      sets: [{ amount: 12 }],
    })
  })
})
