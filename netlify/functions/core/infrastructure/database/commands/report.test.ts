import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { markDisposable } from '../queries/settings.js'
import { refreshWeeklySummaries } from '../queries/weekly-workout-summary.js'
import { seedUserProgress } from '../seed-user-progress.js'
import { report } from './report.js'

const { operator } = await testDatabase('library')
const now = new Date('2026-11-18T12:00:00Z')

test('report says that there is nothing in an empty database, and as of when', async () => {
  const lines = await report(operator(), { weeks: 4, now })
  expect(lines[0]).toBe('sessions of 2026-11-18: none')
  expect(lines.at(-1)).toBe('2026-W47 is as of now, the weeks before it as of when this database was made')
})

test('report has a line for each week with sessions, and none before the weeks that were asked for', async () => {
  const database = operator()
  await database.batch([markDisposable({ now })])
  await seedUserProgress({ database, now })
  await database.batch([refreshWeeklySummaries({ now })])
  const lines = await report(database, { weeks: 3, now })
  const weeks = lines.filter((line) => /^\d{4}-W/.test(line) && line.includes('  '))
  expect(weeks.map((line) => line.slice(0, 8))).toEqual(['2026-W47', '2026-W46', '2026-W45', '2026-W44'])
  expect(lines.at(-1)).toBe('2026-W47 is as of now, the weeks before it as of 2026-11-18T12:00:00.000Z')
})
