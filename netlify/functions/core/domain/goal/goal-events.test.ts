import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '#domain/event/event.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown, type TrainingState } from '#domain/training/training-state.js'
import { idOf } from '#tests/support/ids.js'
import { noon } from '#tests/support/sessions.js'
import { exercise } from '#tests/support/training-logs.js'
import { type Goal, setGoal } from './goal.js'
import { goalDirective, goalsAt } from './goal-events.js'

const wanted = { kind: 'reps', exercise: exercise('push-up'), target: 20, deadline: '2027-03-01' } as const
const goal = setGoal(wanted, { id: idOf.goal('g'), on: noon.today, now: noon.now, notes: 'for spring' })
const empty = { trainingLog: { sessions: [] }, state: nothingKnown }

describe('goalDirective', () => {
  it('gives the terms and the deadline of a goal that is set', () => {
    expect(goalDirective('goal.set', goal, empty, noon)).toMatchObject({
      type: 'goal.set',
      payload: {
        goalId: goal.id,
        on: noon.today,
        goal: { kind: 'reps', exerciseId: 'push-up', target: 20 },
        deadline: '2027-03-01',
        rulesVersion: rulesInForce.version,
      },
    })
  })

  it('gives no terms when the goal is dropped', () => {
    const { payload } = goalDirective('goal.dropped', goal, empty, noon)
    expect(payload).toEqual({ goalId: goal.id, on: noon.today, rulesVersion: rulesInForce.version })
  })
})

describe('goalsAt', () => {
  const recorded = (type: 'goal.set' | 'goal.changed', said: Goal) =>
    ({ ...goalDirective(type, said, empty, noon), id: idOf.event('e') }) as RecordedEvent
  const known = (reachedOn: string | null): TrainingState => {
    const { kind, exerciseId, target } = goal
    const standing = {
      kind,
      exerciseId,
      target,
      goalId: goal.id,
      setOn: noon.today,
      setAt: noon.now.toISOString(),
      reachedOn,
    }
    return { ...nothingKnown, goals: new Map([[goal.id, { ...standing, rulesVersion: rulesInForce.version }]]) }
  }
  const events = [recorded('goal.set', { ...goal, target: 15 }), recorded('goal.changed', { ...goal, deadline: null })]

  it('takes terms and deadline from the newest event', () => {
    expect(goalsAt([goal], events.slice(0, 1), known(null))).toMatchObject([{ target: 15, deadline: '2027-03-01' }])
    expect(goalsAt([goal], events, known(null))).toMatchObject([{ target: 20, deadline: null, notes: 'for spring' }])
  })

  it('takes its status from the training state: open, reached or dropped', () => {
    expect(goalsAt([goal], events, known(null))).toMatchObject([{ status: 'open', reachedOn: null }])
    expect(goalsAt([goal], events, known('2026-11-20'))).toMatchObject([{ status: 'reached', reachedOn: '2026-11-20' }])
    expect(goalsAt([goal], events, nothingKnown)).toMatchObject([{ status: 'dropped', reachedOn: null }])
  })

  it('leaves out a goal that was not set yet', () => {
    expect(goalsAt([goal], [], nothingKnown)).toEqual([])
  })
})
