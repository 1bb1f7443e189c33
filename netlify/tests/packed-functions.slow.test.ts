import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { openApiOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { packFunctions } from '#local/pack/pack-functions.js'
import { testDatabase } from '#tests/support/database.js'
import { testEnvironment, testSettings } from '#tests/support/environment.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { startCollector } from '#tests/support/trace-collector.js'

vi.setConfig({ testTimeout: 120_000 })

// away from the project, so that nothing of it can be found from there
const folder = mkdtempSync(join(tmpdir(), 'calistheniq-packed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const database = await testDatabase('library')
const packed = await packFunctions(folder)
const entryOf = (name: string) => join(folder, name, `${name}.mjs`)

type Answer = { readonly status: number; readonly text: string; readonly etag: string | null }

/** Runs a program in a process of its own, which knows no setting but these; returns what it prints. */
async function runAlone(program: string, args: readonly string[], settings: object = {}): Promise<string> {
  const env = { PATH: process.env.PATH, ...testSettings, DATABASE_URL: database.url, ...settings }
  const options = ['--input-type=module', '-e', program, ...args]
  return (await promisify(execFile)(process.execPath, options, { env, maxBuffer: 10_000_000 })).stdout.trim()
}

/** Asks a packed function for something, in a process of its own. */
async function ask(name: string, path: string, settings: object = {}): Promise<Answer> {
  const program = `
    const { default: answer } = await import(process.argv[1])
    const response = await answer(new Request(process.argv[2]), { ip: '192.0.2.1' })
    const answered = { status: response.status, text: await response.text(), etag: response.headers.get('etag') }
    process.stdout.write(JSON.stringify(answered), () => process.exit())`
  return JSON.parse(await runAlone(program, [entryOf(name), `${testBaseUrl}/api/v1${path}`], settings))
}

test.each(packed)('every module of $name can be loaded alone', async ({ folder: own }) => {
  const program = 'for (const file of process.argv.slice(1)) await import(file)'
  const modules = readdirSync(own).filter((file) => file.endsWith('.mjs'))
  const files = modules.map((file) => join(own, file))
  expect(await runAlone(program, files)).toBe('')
})

test.each([
  ['auth', '/auth/jwks', 200],
  ['exercises', '/exercises?limit=1', 200],
  ['health', '/health/ready', 200],
  ['levels', '/levels', 200],
  ['me', '/me', 401],
  ['not-found', '/nothing', 404],
  ['openapi', '', 200],
  ['progression', '/progression/nothing', 404],
  ['sessions', '/sessions', 401],
])('%s answers alone to GET %s with %i', async (name, path, status) => {
  expect(await ask(name, path)).toMatchObject({ status })
})

test.each(['clean-up', 'deliver-webhooks', 'make-exports', 'sum-up-weeks'])('%s runs alone', async (name) => {
  const program = 'await (await import(process.argv[1])).default(); process.exit()'
  const said = await runAlone(program, [entryOf(name)])
  if (name !== 'clean-up') expect(JSON.parse(said)).toMatchObject({ job: name })
})

test.each(['', '/openapi.json'])('openapi answers %s byte for byte as its source does', async (path) => {
  const environment = testEnvironment({ DATABASE_URL: database.url })
  const source = await serve(openApiOperations, () => environment)(new Request(`${testBaseUrl}/api/v1${path}`))
  const answer = await ask('openapi', path)
  expect(answer.text).toBe(await source.text())
  expect(answer.etag).toBe(source.headers.get('etag'))
})

test("a packed function reads by Neon's driver what it reads by PostgreSQL's", async () => {
  const neon = await startNeonEndpoint()
  onTestFinished(() => neon.close())
  const [byPg, byNeon] = [await ask('levels', '/levels'), await ask('levels', '/levels', { NEON_ENDPOINT: neon.url })]
  expect(byPg.status).toBe(200)
  expect(byNeon).toEqual(byPg)
  expect(neon.requests()).toBe(1)
})

test('a packed function tells a collector of its spans', async () => {
  const collector = await startCollector()
  await ask('levels', '/levels', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  expect(collector.spans.length).toBeGreaterThan(0)
})

test('a packed function sends Redis what the cache needs, with the password and the number of the URL', async () => {
  const redis = await openRedis()
  const { status } = await ask('levels', '/levels', { REDIS_URL: redis.url })
  expect(status).toBe(200)
  expect(redis.commands()).toEqual(['AUTH somebody secret', 'SELECT 2', 'PING', 'MGET', 'SET'])
})

/** A server that knows the commands of the cache, and keeps nothing. */
async function openRedis() {
  const commands: string[] = []
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      for (const [name = '', ...words] of commandsIn(data.toString())) {
        commands.push(['AUTH', 'SELECT'].includes(name) ? [name, ...words].join(' ') : name)
        socket.write(name === 'PING' ? '+PONG\r\n' : name === 'MGET' ? nothingFor(words) : '+OK\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `redis://somebody:secret@127.0.0.1:${port}/2`, commands: () => commands }
}

const nothingFor = (keys: readonly string[]) => `*${keys.length}\r\n${'$-1\r\n'.repeat(keys.length)}`

/** Reads the commands of one piece of the protocol: `*` and how many words follow, each after its length. */
function commandsIn(text: string): string[][] {
  return text.split(/^\*\d+\r\n/m).flatMap((command) => {
    const words = [...command.matchAll(/^\$\d+\r\n(.*)\r\n/gm)].map(([, word = '']) => word)
    return words.length > 0 ? [words] : []
  })
}
