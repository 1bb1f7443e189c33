import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { folderWith } from '#tests/support/folder-with.js'
import { withClient } from '#tests/support/with-client.js'

const url = await emptyDatabase()

const rows = (text: string) => withClient(url, async (client) => (await client.query(text)).rows)

type Ended = { readonly exitCode: number | null; readonly output: string }

/** Starts `db:migrate` as a process of its own. */
function startRunner(folder: string): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const command = fileURLToPath(new URL('./migrate.ts', import.meta.url))
  const env = { ...process.env, DATABASE_URL: url, DATABASE_URL_UNPOOLED: '' }
  const child = spawn(process.execPath, ['--import', 'tsx', command, '--folder', folder], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = new Promise<Ended>((resolve) => child.once('close', (exitCode) => resolve({ exitCode, output })))
  return { child, ended }
}

/**
 * Starts a runner, kills it while a statement waits for the table `gate`, and lets that statement
 * go.
 */
async function killAtGate(folder: string): Promise<void> {
  await withClient(url, async (holder) => {
    await holder.query('begin; lock table gate')
    const { child, ended } = startRunner(folder)
    await expect
      .poll(() => rows(`select 1 as waits from pg_locks where relation = 'gate'::regclass and not granted`), {
        timeout: 10_000,
      })
      .toEqual([{ waits: 1 }])
    child.kill('SIGKILL')
    expect(await ended).toMatchObject({ exitCode: null })
    await holder.query('rollback')
  })
}

test('a runner that is killed between statements leaves nothing, and a restarted one completes', async () => {
  await rows('create table gate ()')
  const folder = folderWith({ '0001_gated.sql': 'create table one (); lock table gate; create table two ();' })
  await killAtGate(folder)
  expect(await startRunner(folder).ended).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(/✓ 0001_gated\.sql[\s\S]*1 applied/),
  })
  expect(await rows(`select relname from pg_class where relname in ('one', 'two') order by 1`)).toHaveLength(2)
}, 30_000)

test('a restarted runner continues after the last finished statement of a file outside a transaction', async () => {
  const folder = folderWith({
    '0001_gated.sql': 'create table one (); lock table gate; create table two ();',
    '0002_steps.sql':
      '--! no-transaction\ncreate table three ();\ninsert into gate default values;\ncreate table four ();',
  })
  await killAtGate(folder)
  expect(await rows(`select statements_done, finished_at from migrations.applied where number = 2`)).toEqual([
    { statements_done: 1, finished_at: null },
  ])
  expect(await startRunner(folder).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 applied') })
  expect(await rows('select * from gate')).toHaveLength(1)
}, 30_000)

test('db:migrate says what is wrong, and exits with its code', async () => {
  const broken = folderWith({ '0001_gated.sql': 'selec 1' })
  expect(await startRunner(broken).ended).toMatchObject({ exitCode: 4, output: expect.stringContaining('has changed') })
  const ran = await startRunner(folderWith({ '1.sql': '' })).ended
  expect(ran).toMatchObject({ exitCode: 4, output: expect.stringContaining('1.sql is not named NNNN_slug.sql') })
}, 30_000)
