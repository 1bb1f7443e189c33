import type { SessionOutline, Week } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { changedWeek, ofOutline } from './week-session.js'

const outline = (id: string): SessionOutline => ({
  id,
  date: '2026-11-28',
  time: null,
  status: 'planned',
  durationMinutes: 30,
  version: 1,
  exercises: [
    {
      id: 'x',
      exercise: { id: 'e', slug: 'push-up', name: 'Push-up', category: 'Push' },
      completed: false,
      plannedSets: 3,
      completedSets: 3,
      extraSets: 1,
    },
  ],
})
const week = { sessions: [outline('one'), outline('other')] } as Week

test('sets beyond the plan count as done', () => {
  expect(ofOutline(outline('one')).exercises).toEqual([{ name: 'Push-up', done: 4, planned: 3 }])
})

test('one session is changed or taken away, the other stays', () => {
  expect(changedWeek(week, 'one', { date: '2026-11-29' }).sessions.map(({ date }) => date)).toEqual([
    '2026-11-29',
    '2026-11-28',
  ])
  expect(changedWeek(week, 'one', null).sessions.map(({ id }) => id)).toEqual(['other'])
})
