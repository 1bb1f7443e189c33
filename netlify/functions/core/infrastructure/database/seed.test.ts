import { describe, expect, test } from 'vitest'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import { createDatabase } from './connection.js'
import { isDisposable } from './queries/settings.js'
import { setup } from './seed.js'
import { seedUserProgress } from './seed-user-progress.js'
import { boundTo } from './unit-of-work.js'
import { verify } from './verify.js'

describe.each(['pg', 'neon'] as const)('setup through the %s adapter', (adapter) => {
  test('takes an empty database to one that passes every check, and does nothing the second time', async () => {
    const endpoint = await startNeonEndpoint()
    const settings = parseDatabaseConfig({
      DATABASE_URL: await emptyDatabase(),
      NEON_ENDPOINT: adapter === 'neon' ? endpoint.url : '',
    })
    const first = await setup({ database: settings, disposable: true })
    expect(first.applied.length).toBeGreaterThanOrEqual(5)
    expect(first.library.exercises).toEqual({ inserted: 194, updated: 0, renamed: 0, retired: 0, unchanged: 0 })
    const again = await setup({ database: settings })
    expect(again).toEqual({
      applied: [],
      library: { exercises: { inserted: 0, updated: 0, renamed: 0, retired: 0, unchanged: 194 }, changes: 0 },
    })
    const database = boundTo(createDatabase(settings), { kind: 'operator' })
    await seedUserProgress({ database, now: new Date('2026-11-18T12:00:00Z') })
    const reports = await verify(database)
    expect(reports.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding })))).toEqual([])
    expect(endpoint.requests() > 0).toBe(adapter === 'neon')
    await database.close()
    await endpoint.close()
  }, 60_000)
})

test('a database is disposable only when it was marked, and stays so', async () => {
  const settings = parseDatabaseConfig({ DATABASE_URL: await emptyDatabase() })
  const database = boundTo(createDatabase(settings), { kind: 'operator' })
  await setup({ database: settings })
  expect(await database.query(isDisposable({}))).toBe(false)
  await setup({ database: settings, disposable: true })
  await setup({ database: settings })
  expect(await database.query(isDisposable({}))).toBe(true)
  await database.close()
})
