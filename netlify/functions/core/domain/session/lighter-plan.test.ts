import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { library, plank, planned, pushUps } from '#tests/support/sessions.js'
import { deloaded, returning } from './lighter-plan.js'
import type { Session } from './session.js'
import { editExercise, exerciseOf } from './session-exercises.js'

const setsOf = (session: Session, id = pushUps) => exerciseOf(session, id).planned.sets
const withSets = (sets: { reps: number }[]) => editExercise(planned(), pushUps, { planned: { sets } })

describe('deloaded', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ])('leaves of %i sets %i', (count, left) => {
    const sets = Array.from({ length: count }, (_, index) => ({ reps: index + 1 }))
    expect(setsOf(deloaded(withSets(sets), rulesInForce))).toEqual(sets.slice(0, left))
  })

  it('keeps exercises, targets and order, and marks the sets as given', () => {
    const before = planned()
    const after = deloaded(before, rulesInForce)
    expect(after.exercises.map(({ id, order }) => [id, order])).toEqual(
      before.exercises.map(({ id, order }) => [id, order]),
    )
    expect(setsOf(after, plank)).toEqual([{ duration: 30 }])
    expect(exerciseOf(after, pushUps).plannedFrom).toBe('given')
  })

  it('returns the same session when there is nothing to take away', () => {
    const session = planned({ exercises: [{ id: pushUps, exercise: 'push-up', sets: [{ reps: 5 }] }] })
    expect(deloaded(session, rulesInForce)).toBe(session)
  })
})

describe('returning from a break', () => {
  const back = (gapDays: number, multiplier: number) =>
    returning(planned(), () => ({ gapDays, multiplier }), rulesInForce)

  it('takes a share of the sets, at least one, and lowers targets that follow the working sets', () => {
    // defaults 8, 8, 6 start at 5, 5, 4; of 30 days seven tenths are kept
    expect(setsOf(back(30, 0.5))).toEqual([{ reps: 5 }, { reps: 5 }])
    expect(setsOf(back(30, 0.9))).toEqual([{ reps: 5 }, { reps: 5 }, { reps: 4 }])
    expect(setsOf(back(30, 0.1))).toEqual([{ reps: 5 }])
    expect(setsOf(back(14, 0.7))).toEqual([{ reps: 7 }, { reps: 7 }])
  })

  it('keeps targets that were given for the session', () => {
    const session = returning(
      withSets([{ reps: 12 }, { reps: 12 }]),
      () => ({ gapDays: 90, multiplier: 0.5 }),
      rulesInForce,
    )
    expect(setsOf(session)).toEqual([{ reps: 12 }])
  })

  it('never raises a target to the start value', () => {
    const easy = planned(
      {},
      new Map(
        [...library].map(([key, item]) => [
          key,
          { ...item, personal: { ...item.personal, sets: item.exercise.metric === 'reps' ? [{ reps: 2 }] : null } },
        ]),
      ),
    )
    expect(setsOf(returning(easy, () => ({ gapDays: 30, multiplier: 0.5 }), rulesInForce))).toEqual([{ reps: 2 }])
  })

  it('leaves exercises without a break as they are', () => {
    const session = planned()
    expect(returning(session, () => null, rulesInForce)).toBe(session)
  })
})
