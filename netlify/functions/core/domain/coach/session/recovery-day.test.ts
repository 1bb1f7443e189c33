import { expect, it } from 'vitest'
import { coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import { recoveryDay } from './recovery-day.js'

const rules = [{ id: 'day.train', daysPerWeek: 3, forced: false }] as const
const prep = (slug: string, difficulty: number, standard = 10) =>
  rung(slug, difficulty, { slot: 'prep', ladder: 'prep', defaults: [standard, standard] })
const library = libraryOfRungs(
  prep('e', 0.5),
  prep('a', 0.1),
  prep('c', 0.3, 1),
  prep('d', 0.4, 30),
  prep('b', 0.2, 9),
  rung('push-up', 0),
)

it('recoveryDay offers the four easiest of what is for mobility, twice, half of the standard', () => {
  const { warmup, ...day } = recoveryDay(rules, { minutes: 45, force: false }, coachView({}, library))
  expect(warmup.map((step) => (step.kind === 'mobility' ? [step.exercise.slug, step.target] : [step.kind]))).toEqual([
    ['general'],
    ['a', 5],
    ['b', 4],
    ['c', 1],
    ['d', 15],
  ])
  expect(warmup.at(-1)).toMatchObject({ sets: 2, rpeCap: 6 })
  expect(day).toMatchObject({ kind: 'recovery', rules, items: [], arrangement: null, seconds: null, leftOut: [] })
})

it('recoveryDay takes half of the time for anything general, of at most twenty minutes, at most five', () => {
  const general = (minutes: number) => recoveryDay(rules, { minutes, force: false }, coachView({}, library)).warmup[0]
  expect([5, 8, 10, 90].map(general)).toEqual([150, 240, 300, 300].map((seconds) => ({ kind: 'general', seconds })))
})
