import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { damages } from '#tests/support/damages.js'
import { testDatabase } from '#tests/support/database.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { inTransaction } from '#tests/support/in-transaction.js'
import { withClient } from '#tests/support/with-client.js'
import { pgDatabase } from './adapters/pg.js'
import { markDisposable } from './queries/settings.js'
import { seedUserProgress } from './seed-user-progress.js'
import { boundTo } from './unit-of-work.js'
import type { Finding } from './verification/check.js'
import { checks } from './verification/checks.js'
import { verificationLines, verify } from './verify.js'

const { url, operator } = await testDatabase('library')
const now = new Date('2026-11-18T12:00:00Z')

beforeAll(async () => {
  const database = operator()
  await database.batch([markDisposable({ now })])
  await seedUserProgress({ database, now })
}, 60_000)

/**
 * What one check finds once the owner has damaged the database; everything is put back afterwards.
 */
async function findingsAfter(damage: string, name: string): Promise<readonly Finding[]> {
  return withClient(url, async (client) => {
    await client.query('begin')
    await client.query(damage)
    const chosen = checks.filter((check) => check.name === name)
    const [report] = await verify(boundTo(inTransaction(client), { kind: 'operator' }), chosen)
    await client.query('rollback')
    return report?.findings ?? []
  })
}

test('verify passes every check on a fresh database', async () => {
  const reports = await verify(operator())
  expect(reports.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding })))).toEqual([])
  expect(reports).toHaveLength(checks.length)
})

describe.each(damages)('the check of %s', (name, cases) => {
  test.each(cases)('finds: %s', async (damage, subject, problem) => {
    const findings = await findingsAfter(damage, name)
    const found = findings.filter((finding) => finding.subject.includes(subject) && finding.problem.includes(problem))
    expect(found.length, JSON.stringify(findings.slice(0, 5), null, 2)).toBeGreaterThan(0)
  })
})

test('every check is tested with damage that it must find', () => {
  expect(damages.map(([name]) => name).toSorted()).toEqual(checks.map(({ name }) => name).toSorted())
})

test('verify reports a check that fails to run, and continues with the others', async () => {
  const reports = await withClient(url, async (client) => {
    await client.query('begin; drop table exercise_edges')
    return verify(boundTo(inTransaction(client), { kind: 'operator' }))
  })
  const graph = reports.find(({ name }) => name === 'library graph')
  expect(graph?.findings).toEqual([{ subject: 'the check', problem: expect.stringContaining('42P01') }])
  expect(reports).toHaveLength(checks.length)
})

test('verify says once that the database was never migrated', async () => {
  const database = pgDatabase(await emptyDatabase())
  await expect(verify(boundTo(database, { kind: 'operator' }))).rejects.toThrow('never migrated: npm run db:setup')
  await database.close()
})

test('verify prints a table of checks, at most ten findings of each, and a summary', () => {
  const findings = Array.from({ length: 12 }, (_, at) => ({ subject: `row ${at}`, problem: 'is wrong' }))
  expect(
    verificationLines([
      { name: 'one', findings: [] },
      { name: 'two', findings },
    ]),
  ).toEqual([
    '   check  result',
    '-  -----  --------',
    '✓  one    ok',
    '✗  two    12 wrong',
    '',
    ...Array.from({ length: 10 }, (_, at) => `✗ two: row ${at}: is wrong`),
    '  and 2 more',
    '1 of 2 checks failed',
  ])
  expect(verificationLines([{ name: 'one', findings: [] }]).at(-1)).toBe('1 checks passed')
})

test('db:verify exits with 0 when every check passes, and with 1 otherwise', async () => {
  const command = fileURLToPath(new URL('./verify.ts', import.meta.url))
  const env = { ...process.env, DATABASE_URL: url, NEON_ENDPOINT: '' }
  const run = () => spawnSync(process.execPath, ['--import', 'tsx', command], { env, encoding: 'utf8' })
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('checks passed') })
  await withClient(url, (client) => client.query(`update daily_workout_summary set total_reps = total_reps + 1`))
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringMatching(/^1 of \d+ checks failed$/m) })
}, 30_000)
