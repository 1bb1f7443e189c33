import { expect, test } from 'vitest'
import { goalBody } from './goal-body.js'

function typed(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('an exercise alone is to be mastered', () => {
  const form = typed({ target: '', deadline: '' })
  expect(goalBody(form, 'pistol-squat', 'reps')).toEqual({ kind: 'skill', exercise: 'pistol-squat' })
})

test('an amount is of one set, in what the exercise counts, and may have a day', () => {
  const form = typed({ target: '30', deadline: '2027-03-01' })
  const goal = { exercise: 'dead-hang', target: 30, deadline: '2027-03-01' }
  expect(goalBody(form, 'dead-hang', 'duration')).toEqual({ ...goal, kind: 'hold' })
  expect(goalBody(form, 'dead-hang', 'reps')).toEqual({ ...goal, kind: 'reps' })
})
