import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import type { Directive } from './training-log.js'

const library = libraryWith(exercise('push-up'))
const sessions = [sessionOn('2026-11-05', { exercise: 'push-up', actual: [7, 6] })]

function goal(on: string, target: number): Directive {
  const terms = { kind: 'reps', exerciseId: 'push-up', target } as const
  return {
    kind: 'goal',
    rulesVersion: rulesInForce.version,
    on,
    at: `${on}T08:00:00.000Z`,
    goalId: idOf.goal('goal'),
    goal: terms,
  }
}

function standing(...directives: Directive[]) {
  return deriveTraining({ sessions, directives }, library, ruleBook).goals.get(idOf.goal('goal'))
}

describe('a goal that is changed after it was reached', () => {
  it('stays reached when it asks for the same as before', () => {
    expect(standing(goal('2026-11-01', 7), goal('2026-11-10', 7))).toMatchObject({
      setOn: '2026-11-01',
      reachedOn: '2026-11-05',
    })
  })

  it('is open again when it asks for more or for less', () => {
    expect(standing(goal('2026-11-01', 7), goal('2026-11-10', 8))?.reachedOn).toBeNull()
    expect(standing(goal('2026-11-01', 7), goal('2026-11-10', 6))?.reachedOn).toBeNull()
  })
})
