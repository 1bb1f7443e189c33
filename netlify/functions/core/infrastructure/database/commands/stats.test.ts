import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { statementStatistics } from './stats.js'

const { url, rows } = await testDatabase()

const [server] = await rows<{ has: boolean; loads: boolean }>(
  `select exists (select 1 from pg_available_extensions where name = 'pg_stat_statements') as has,
          current_setting('shared_preload_libraries') like '%pg_stat_statements%' as loads`,
)

test.skipIf(!server?.has)('db:stats tells what is missing: the extension, then the server that loads it', async () => {
  expect(await statementStatistics(url, 3)).toBe('not installed')
  await rows('create extension pg_stat_statements')
  const found = await statementStatistics(url, 3)
  if (server?.loads) expect(found.length).toBeGreaterThan(0)
  else expect(found).toBe('not loaded')
})
