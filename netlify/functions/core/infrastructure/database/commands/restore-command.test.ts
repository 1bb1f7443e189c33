import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { markDisposable } from '../queries/settings.js'
import { seedUserProgress } from '../seed-user-progress.js'

const db = await testDatabase('library')
const file = join(temporaryFolder(), 'demo.backup')
const now = new Date('2026-11-18T12:00:00Z')

beforeAll(async () => {
  const database = db.operator()
  await database.batch([markDisposable({ now })])
  await seedUserProgress({ database, now })
}, 60_000)

/** Runs a command of the database room as npm would. */
function run(command: 'backup' | 'restore', url: string, ...options: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: url, NO_COLOR: '1' }
  const path = join(import.meta.dirname, `${command}.ts`)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path, ...options], {
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('db:backup and db:restore copy a database into an empty one and verify it, and refuse a second time', async () => {
  const url = await emptyDatabase()
  expect(run('backup', db.url, file)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^backing up [\s\S]*^✓ public\.exercises: \d+ rows$[\s\S]*^\d+ rows of \d+ tables in .*, \d+ kB$/m,
    ),
    stderr: '',
  })
  const restored = run('restore', url, file)
  expect(restored, restored.stdout).toMatchObject({ status: 0, stderr: '' })
  expect(restored.stdout).toMatch(
    /^\d+ rows of \d+ tables restored and compared, 0 accounts erased again, 0 keys, consents and webhooks ended again$/m,
  )
  expect(restored.stdout).toMatch(/^\d+ checks passed$/m)
  expect(run('restore', url, file)).toMatchObject({ status: 4, stderr: expect.stringContaining('is not empty') })
}, 60_000)

test.each(['backup', 'restore'] as const)(
  'db:%s explains its usage when it is not given exactly one file',
  (command) => {
    const usage = { status: 2, stderr: expect.stringContaining(`Usage: npm run db:${command} -- FILE`) }
    expect(run(command, db.url)).toMatchObject(usage)
    expect(run(command, db.url, 'one', 'two')).toMatchObject(usage)
    expect(run(command, db.url, '--force')).toMatchObject(usage)
  },
  60_000,
)

test('db:backup never shows a password', () => {
  const { status, stdout, stderr } = run('backup', 'postgres://ada:hunter2@127.0.0.1:1/x', `${file}.none`)
  expect(status).toBe(3)
  expect(stdout + stderr).not.toContain('hunter2')
})
