import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { findBinaries, makeRunnable } from '#local/postgres/binaries.js'
import { freePort } from '#local/postgres/free-port.js'
import { isAlive } from '#local/postgres/pid-file.js'
import { type LocalPostgresOptions, startLocalPostgres } from '#local/postgres.js'
import { withClient } from '#tests/support/with-client.js'

// below a folder that only this user may enter, because a clone may be in one
const home = mkdtempSync(join(tmpdir(), 'calistheniq-local-'))
const dataFolder = join(home, 'postgres')
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function failureOf(options: LocalPostgresOptions): Promise<string> {
  try {
    const started = await startLocalPostgres(options)
    await started.stop()
    return 'it started'
  } catch (error) {
    return error instanceof Error && error.name === 'LocalPostgresError' ? error.message : String(error)
  }
}

describe('startLocalPostgres', () => {
  test('starts in an empty folder, keeps its data, and starts faster the second time', async () => {
    const first = await startLocalPostgres({ dataFolder, database: 'gym' })
    expect(first.fresh).toBe(true)
    await withClient(first.url, (client) => client.query('create table marks as select 1 as id'))
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const start = performance.now()
    const second = await startLocalPostgres({ dataFolder, database: 'gym' })
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(second.fresh).toBe(false)
    const { rows } = await withClient(second.url, (client) => client.query('select id from marks'))
    expect(rows).toEqual([{ id: 1 }])
    await second.stop()
  })

  test('uses UTF-8 and UTC, knows the time zones, and asks for a password', async () => {
    const server = await startLocalPostgres({ dataFolder })
    const { rows } = await withClient(server.url, (client) =>
      client.query(`
        select
          current_setting('server_encoding') as encoding,
          current_setting('timezone') as zone,
          current_setting('server_version_num')::integer / 10000 as major,
          upper('übung') as upper,
          exists (select from pg_timezone_names where name = 'Europe/Berlin') as berlin`),
    )
    expect(rows).toEqual([{ encoding: 'UTF8', zone: 'UTC', major: 18, upper: 'ÜBUNG', berlin: true }])
    const intruder = new pg.Client({ connectionString: server.url.replace(/:[^:@]+@/, ':guess@') })
    await expect(intruder.connect()).rejects.toMatchObject({ code: '28P01' })
    await server.stop()
  })

  test('leaves nothing behind when it is temporary', async () => {
    const folder = join(home, 'temporary')
    const server = await startLocalPostgres({ dataFolder: folder, temporary: true, settings: { fsync: 'off' } })
    await server.stop()
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(home)).toEqual(['postgres'])
  })
})

describe('startLocalPostgres refuses in one sentence with the remedy', () => {
  test('a taken port', async () => {
    const port = await freePort()
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    expect(await failureOf({ dataFolder, port })).toBe(
      `Port ${port} is taken: end what listens there, or choose another port.`,
    )
    squatter.close()
  })

  test('a data folder of another major version', async () => {
    const folder = join(home, 'older')
    mkdirSync(folder)
    writeFileSync(join(folder, 'PG_VERSION'), '16\n')
    writeFileSync(join(folder, 'calistheniq.password'), 'x')
    expect(await failureOf({ dataFolder: folder })).toMatch(
      /older was made by PostgreSQL 16, and the one installed here is 18: move the folder away .* or set DATABASE_URL\.$/,
    )
  })

  test('a folder of something else', async () => {
    const folder = join(home, 'photos')
    mkdirSync(folder)
    writeFileSync(join(folder, 'holiday.jpg'), '')
    expect(await failureOf({ dataFolder: folder })).toContain(
      'photos holds something that is not our database: move it away',
    )
  })

  test('a folder that another server uses', async () => {
    const server = await startLocalPostgres({ dataFolder })
    expect(await failureOf({ dataFolder })).toMatch(
      new RegExp(
        `A PostgreSQL \\(process ${server.pid}, port ${server.port}\\) already serves .*: stop the other start`,
      ),
    )
    await server.stop()
  })

  test('a setting that the server refuses', async () => {
    expect(await failureOf({ dataFolder, settings: { shared_buffers: 'lots' } })).toMatch(
      /^PostgreSQL did not start: it ended with 1\n.*invalid value for parameter "shared_buffers"/s,
    )
  })
})

describe('the server ends with its process', () => {
  const program = `
    const { startLocalPostgres } = await import('./netlify/local/postgres.ts')
    const server = await startLocalPostgres({ dataFolder: process.env.DATA_FOLDER, temporary: process.env.TEMPORARY === 'yes' })
    console.log(server.pid)
    if (process.env.END === 'exit') process.exit(0)
    setInterval(() => {}, 1000)`

  async function startAndEnd(end: NodeJS.Signals | 'exit', folder: string, temporary: boolean) {
    const env = { ...process.env, DATA_FOLDER: folder, END: end, TEMPORARY: temporary ? 'yes' : 'no' }
    const args = ['--import', 'tsx', '--input-type=module', '-e', program]
    const child = spawn(process.execPath, args, {
      cwd: join(import.meta.dirname, '../../..'),
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(child.stdout, 'data')
    if (end !== 'exit') child.kill(end)
    await once(child, 'exit')
    return { pid: Number(String(line)), signal: child.signalCode }
  }

  async function untilGone(pid: number): Promise<boolean> {
    for (let attempt = 0; attempt < 100 && isAlive(pid); attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    return !isAlive(pid)
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('on %s', async (signal) => {
    const ended = await startAndEnd(signal, dataFolder, false)
    expect(await untilGone(ended.pid)).toBe(true)
    expect(ended.signal).toBe(signal)
    expect(existsSync(join(dataFolder, 'postmaster.pid'))).toBe(false)
  })

  test('on process.exit, with the temporary folder', async () => {
    const folder = join(home, 'exit')
    const ended = await startAndEnd('exit', folder, true)
    expect(await untilGone(ended.pid)).toBe(true)
    expect(existsSync(folder)).toBe(false)
  })

  test.runIf(process.platform === 'linux')('when the process is killed, and the next start works', async () => {
    const ended = await startAndEnd('SIGKILL', dataFolder, false)
    expect(await untilGone(ended.pid)).toBe(true)
    const server = await startLocalPostgres({ dataFolder })
    await server.stop()
  })

  test('or leaves a pid file, which the next start ignores even when it names another process', async () => {
    writeFileSync(join(dataFolder, 'postmaster.pid'), `${process.pid}\n${dataFolder}\n0\n5432\n`)
    const server = await startLocalPostgres({ dataFolder })
    await server.stop()
  })
})

test('makeRunnable restores the links and modes that an install without scripts leaves out', () => {
  const binaries = findBinaries()
  const root = dirname(dirname(dirname(binaries.postgres)))
  const copy = join(home, 'package')
  cpSync(root, copy, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() })
  for (const program of ['initdb', 'postgres']) execFileSync('chmod', ['644', join(copy, 'native/bin', program)])
  makeRunnable(copy)
  const require = createRequire(import.meta.url)
  expect(require(join(copy, 'package.json'))).toMatchObject({ version: expect.stringMatching(/^18\./) })
  expect(execFileSync(join(copy, 'native/bin/postgres'), ['--version'], { encoding: 'utf8' })).toContain(
    'PostgreSQL) 18.',
  )
  makeRunnable(copy)
})
