import { expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { BeforeStatement } from '#domain/training/moment-of-directive.js'
import type { Directive, LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { momentOfGoal } from './moment-of-goal.js'

const now = new Date('2026-11-22T12:00:00.000Z')

function directive(on: string, at: string, target: number): Extract<Directive, { kind: 'goal' }> {
  return {
    kind: 'goal',
    rulesVersion: rulesInForce.version,
    on,
    at,
    goalId: idOf.goal('goal'),
    goal: { kind: 'reps', exerciseId: idOf.exercise('push-up'), target },
  }
}

/** What was done and said before. */
function before(sessions: readonly LoggedSession[], ...directives: readonly Directive[]): BeforeStatement {
  return { trainingLog: { sessions }, state: inOneGo(deriveTraining({ sessions, directives }, new Map(), ruleBook)) }
}

it("momentOfGoal is now, on the athlete's day", () => {
  expect(momentOfGoal(before([]), idOf.goal('goal'), '2026-11-22', now)).toEqual({ on: '2026-11-22', at: now })
})

it('momentOfGoal is on the day of the last directive when the athlete has flown west over the date line', () => {
  const tomorrow = directive('2026-11-23', '2026-11-22T11:00:00.000Z', 5)
  const { on, at } = momentOfGoal(before([], tomorrow), idOf.goal('goal'), '2026-11-22', now)
  expect([on, at]).toEqual(['2026-11-23', now])
  const directives = [tomorrow, directive(on, at.toISOString(), 9)]
  const changed = inOneGo(deriveTraining({ sessions: [], directives }, new Map(), ruleBook))
  expect(changed.goals.get(idOf.goal('goal'))?.target).toBe(9)
})

it('momentOfGoal is today though a session of tomorrow is completed, and comes after it', () => {
  const sessions = [{ ...sessionOn('2026-11-23'), completedAt: '2026-11-22T12:00:00.005Z' }]
  expect(momentOfGoal(before(sessions), idOf.goal('goal'), '2026-11-22', now)).toEqual({
    on: '2026-11-22',
    at: new Date('2026-11-22T12:00:00.006Z'),
  })
})

it('momentOfGoal comes one millisecond after a directive about the same goal in the same millisecond', () => {
  const same = directive('2026-11-22', now.toISOString(), 5)
  expect(momentOfGoal(before([], same), idOf.goal('goal'), '2026-11-22', now).at.toISOString()).toBe(
    '2026-11-22T12:00:00.001Z',
  )
  expect(momentOfGoal(before([], same), idOf.goal('other'), '2026-11-22', now).at).toEqual(now)
})
