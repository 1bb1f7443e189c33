import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { untilReady } from './until-ready.js'

const dev = { hasEnded: () => false, log: () => 'Loaded function me\nLoading function sessions\n', logFile: 'dev.log' }

type Answer = { readonly status: number; readonly body: string }
const notYet: Answer = { status: 502, body: '' }
const ready: Answer = { status: 200, body: '{"status":"ok"}' }
const refusing: Answer = { status: 503, body: '{"detail":"The database is not migrated yet."}' }

/** An API whose answer depends on how often it was asked. */
async function apiThat(answers: (count: number) => Answer): Promise<string> {
  let count = 0
  const server = createServer((_, response) => {
    const { status, body } = answers(count++)
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Waits, with a clock that is a thousand times as patient as people are. */
async function waitFor(answers: (count: number) => Answer, more: Partial<typeof dev> = {}) {
  const said: string[] = []
  const url = await apiThat(answers)
  const waiting = untilReady(
    url,
    { ...dev, ...more },
    { say: (line) => said.push(line), sayEveryMs: 0, refusesMsMax: 500 },
  )
  return waiting.then(
    () => ({ said, fault: null }),
    (error: Error) => ({ said, fault: error.message }),
  )
}

test('the start waits as long as netlify dev lives, and says what for', async () => {
  const { said, fault } = await waitFor((count) => (count < 5 ? notYet : ready))
  expect(fault).toBeNull()
  expect(said).toEqual(Array(5).fill(expect.stringMatching(/^still waiting, for \d+ s: Loading function sessions$/)))
})

test('the start gives up once netlify dev has ended, with its last words', async () => {
  const { fault } = await waitFor(() => notYet, { hasEnded: () => true })
  expect(fault).toMatch(/^netlify dev ended; dev.log tells why\. Its last words:\nLoaded function me/)
})

test('the start gives up when the API itself goes on saying why it is not ready', async () => {
  const { said, fault } = await waitFor(() => refusing)
  expect(fault).toBe('The API is not ready: The database is not migrated yet. dev.log tells more.')
  expect(said.at(-1)).toContain('The database is not migrated yet.')
})

test('the start forgives a refusal that passes', async () => {
  expect((await waitFor((count) => (count < 2 ? refusing : ready))).fault).toBeNull()
})
