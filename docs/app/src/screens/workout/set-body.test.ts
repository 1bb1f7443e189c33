import { expect, test } from 'vitest'
import { setBody } from './set-body.js'

const context = { metric: 'reps', setNumber: 2, completedAt: '2026-11-28T10:00:00.000Z' } as const

function typed(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a set that met the plan is its reps, its number and its instant', () => {
  const form = typed({ amount: '8', kind: '', weightKg: '', notes: ' ', pain: '', painSite: 'wrist' })
  expect(setBody(form, context)).toEqual({ reps: 8, setNumber: 2, completedAt: context.completedAt })
})

test('a failed attempt is a set of 0', () => {
  expect(setBody(typed({ amount: '0', rpe: '10' }), context)).toMatchObject({ reps: 0, rpe: 10 })
})

test('holds are seconds, and what was typed besides comes along, with a comma as decimal sign too', () => {
  const form = typed({ amount: '30', side: 'left', weightKg: '2,5', kind: 'failure', pain: '3', painSite: 'wrist' })
  expect(setBody(form, { ...context, metric: 'duration' })).toEqual({
    duration: 30,
    setNumber: 2,
    completedAt: context.completedAt,
    side: 'left',
    weightKg: 2.5,
    kind: 'failure',
    pain: 3,
    painSite: 'wrist',
  })
})
