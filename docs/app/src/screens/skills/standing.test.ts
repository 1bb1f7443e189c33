import { expect, test } from 'vitest'
import { someSkill } from './some-skills.js'
import { percent, standing } from './standing.js'

test('mastered: since when', () => {
  const skill = someSkill('a', {
    status: 'mastered',
    masteredAt: '2026-11-09T18:38:54.000Z',
    working: [{ reps: 10 }, { reps: 10 }],
    modifier: 'load:7.5',
    sessionsMissing: 0,
    progress: 1,
    lastTrainedOn: '2026-11-27',
  })
  expect(standing(skill)).toEqual([
    'Mastered since 9 November 2026.',
    'You work with 2 × 10, with 7.5 kg added.',
    'Trained last on 27 November 2026.',
  ])
})

test('in work: with which sets, and what masters it', () => {
  const skill = someSkill('a', {
    status: 'in_work',
    unilateral: true,
    metric: 'duration',
    working: [{ duration: 20 }, { duration: 18 }],
    standard: [{ duration: 20 }, { duration: 20 }],
    progress: 0.724,
  })
  expect(standing(skill)).toEqual([
    'In work, 72\u00a0% of the way.',
    'You work with 20 s, 18 s each side.',
    'It is mastered with 2 × 20 s each side, in 2 more sessions in a row.',
  ])
})

test('open: whether it counts already', () => {
  expect(standing(someSkill('a'))[0]).toBe('Open: you can train it now.')
  expect(standing(someSkill('a', { counts: true }))[0]).toContain('already counts')
})

test('one session is not in a row', () => {
  const skill = someSkill('a', { status: 'in_work', sessionsMissing: 1, progress: 0.8 })
  expect(standing(skill)[1]).toBe('It is mastered with 3 × 8, in 1 more session.')
})

test('no share below 1 is 100 %', () => {
  expect(percent(0.999)).toBe('99\u00a0%')
  expect(percent(1)).toBe('100\u00a0%')
})
