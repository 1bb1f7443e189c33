import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { freePort } from '#local/postgres/free-port.js'
import { refuseOldNode } from '#local/start/node-version.js'

const projectFolder = join(import.meta.dirname, '../../..')

// each start loads everything anew, on a machine that is busy with other tests
vi.setConfig({ testTimeout: 60_000 })

/** Runs `npm start` with these settings, to its end. */
function start(environment: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'netlify/local/start.ts'], {
    cwd: projectFolder,
    // vitest has a BASE_URL of its own
    env: { ...process.env, BASE_URL: '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, errors: errors.trim() })))
}

/** Matches one sentence with its remedy: no stack, no second line. */
const sentence = (text: string) => expect.stringMatching(new RegExp(`^${text}[^\\n]*$`))

test('npm start refuses a port that is taken', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ended = await start({ PORT: `${port}` })
  expect(ended).toEqual({ code: 1, errors: sentence(`Port ${port} is taken: end what listens there`) })
  other.close()
})

test('npm start refuses a PORT that is not a number', async () => {
  expect(await start({ PORT: 'http' })).toEqual({ code: 1, errors: sentence('PORT is "http": give a number') })
})

test('npm start refuses a database that does not answer, and does not print its password', async () => {
  const settings = { PORT: `${await freePort()}`, DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/training' }
  const ended = await start(settings)
  expect(ended).toEqual({ code: 1, errors: sentence('No database answers at 127.0.0.1:1') })
  expect(ended.errors).not.toContain('secret')
})

test('npm start refuses a DATABASE_URL that is not for PostgreSQL', async () => {
  const settings = { PORT: `${await freePort()}`, DATABASE_URL: 'mysql://127.0.0.1/training' }
  expect(await start(settings)).toEqual({ code: 1, errors: sentence('DATABASE_URL must be a postgres://') })
})

test.each(['20.20.2', '22.11.0', '18.0.0'])('npm start refuses Node %s, and says how to get Node 24', (version) => {
  expect(() => refuseOldNode(version)).toThrow('npm rebuild node')
})

test.each(['22.12.0', '24.0.0', '26.1.0'])('npm start accepts Node %s', (version) => {
  expect(() => refuseOldNode(version)).not.toThrow()
})
