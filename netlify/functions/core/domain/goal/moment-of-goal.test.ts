import { expect, it } from 'vitest'
import { deriveTraining } from '#domain/training/derive.js'
import type { TrainingLog, Directive } from '#domain/training/journal.js'
import { momentOfGoal } from './moment-of-goal.js'

const now = new Date('2026-11-22T12:00:00.000Z')

function deed(on: string, at: string, target: number): Extract<Directive, { kind: 'goal' }> {
  return { kind: 'goal', on, at, goalId: 'goal', goal: { kind: 'reps', exerciseId: 'push-up', target } }
}

const journal = (...deeds: Directive[]): TrainingLog => ({ sessions: [], directives: deeds })

it('is now', () => {
  expect(momentOfGoal(journal(), 'goal', '2026-11-22', now)).toEqual({ on: '2026-11-22', at: now })
})

it('comes after what was decided before, also for an athlete who flew west', () => {
  const tomorrow = deed('2026-11-23', '2026-11-22T11:00:00.000Z', 5)
  const { on, at } = momentOfGoal(journal(tomorrow), 'goal', '2026-11-22', now)
  expect([on, at]).toEqual(['2026-11-23', now])
  const changed = deriveTraining(journal(tomorrow, deed(on, at.toISOString(), 9)), new Map())
  expect(changed.goals.get('goal')?.target).toBe(9)
})

it('comes after what was decided in the same millisecond', () => {
  const same = deed('2026-11-22', now.toISOString(), 5)
  expect(momentOfGoal(journal(same), 'goal', '2026-11-22', now).at.toISOString()).toBe('2026-11-22T12:00:00.001Z')
  expect(momentOfGoal(journal(same), 'other', '2026-11-22', now).at).toEqual(now)
})
