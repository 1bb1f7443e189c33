import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { listPlannedAndDone } from './performed-sets.js'

const { rows, athlete, insertAthlete } = await testDatabase()

test('sessions are counted by week before a Monday, and by day from then on', async () => {
  const [userId, other] = [await insertAthlete(), await insertAthlete()]
  const given = (of: string, date: string, status: string) =>
    rows(
      `insert into workout_sessions (user_id, session_date, status, completed_at)
      values ($1, $2, $3::text, case $3::text when 'completed' then $2::date + interval '18 hours' end)`,
      [of, date, status],
    )
  await given(other, '2026-11-09', 'completed')
  for (const [date, status] of [
    ['2025-12-29', 'completed'],
    ['2026-01-04', 'skipped'],
    ['2026-01-05', 'planned'],
    ['2026-11-15', 'completed'],
    ['2026-11-16', 'completed'],
    ['2026-11-18', 'completed'],
    ['2026-11-18', 'planned'],
    ['2026-11-25', 'planned'],
  ] as const)
    await given(userId, date, status)
  const counted = await athlete(userId).query(listPlannedAndDone({ userId, daysFrom: '2026-11-16' }))
  expect(counted.map(({ date, planned, completed }) => `${date} ${completed}/${planned}`)).toEqual([
    '2025-12-29 1/2',
    '2026-01-05 0/1',
    '2026-11-09 1/1',
    '2026-11-16 1/1',
    '2026-11-18 1/2',
    '2026-11-25 0/1',
  ])
})
