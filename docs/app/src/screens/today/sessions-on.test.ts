import { expect, test } from 'vitest'
import type { ListedSession } from '../../data/sessions.js'
import { sessionsOn } from './sessions-on.js'

const listed = (id: string, date: string, status: ListedSession['status']): ListedSession => ({
  id,
  date,
  status,
  time: null,
  durationMinutes: null,
  exercises: [],
})

test('a session that runs since yesterday is shown, other sessions of yesterday are not', () => {
  const { running, planned, completed } = sessionsOn('2026-11-28', [
    listed('late', '2026-11-27', 'in_progress'),
    listed('missed', '2026-11-27', 'planned'),
    listed('former', '2026-11-27', 'completed'),
    listed('evening', '2026-11-28', 'planned'),
    listed('morning', '2026-11-28', 'completed'),
    listed('noon', '2026-11-28', 'skipped'),
  ])
  expect(running.map(({ id }) => id)).toEqual(['late'])
  expect(planned.map(({ id }) => id)).toEqual(['evening'])
  expect(completed.map(({ id }) => id)).toEqual(['morning'])
})
