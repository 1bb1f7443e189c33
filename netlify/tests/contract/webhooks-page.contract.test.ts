import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { DeliverableType } from '#domain/webhook/endpoint.schema.js'
import { attemptDelaysMs } from '#domain/webhook/retry-schedule.js'
import { newSecret } from '#infrastructure/webhooks/secret.js'
import { signedHeaders } from '#infrastructure/webhooks/sign.js'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/site/webhooks.md'), 'utf8')

/**
 * Runs the example of the page as a process until the test ends. Returns its address and the lines
 * that it prints.
 */
async function startExample(secret: string): Promise<{ url: string; next: () => Promise<string> }> {
  const example = /```js\n(.*?)```/s.exec(page)?.[1] ?? ''
  const child = spawn(process.execPath, ['--input-type=module'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', WEBHOOK_SECRET: secret },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  child.stdin.end(example)
  await once(child, 'spawn')
  const port = /^listening on (\d+)$/.exec(await next())?.[1]
  return { url: `http://127.0.0.1:${port}/`, next }
}

test('the example verifies our deliveries, takes each event once, and refuses forged and old ones', async () => {
  const secret = newSecret()
  const { url, next } = await startExample(secret)
  const send = async (id: string, signedWith = secret, sentAt = new Date()) => {
    const body = JSON.stringify({ type: 'set.logged', timestamp: sentAt.toISOString(), data: { setId: id } })
    const headers = signedHeaders({ id, sentAt, body }, [signedWith])
    return (await fetch(url, { method: 'POST', body, headers })).status
  }
  expect(await send('one')).toBe(204)
  expect(await send('one')).toBe(204)
  expect(await send('forged', newSecret())).toBe(401)
  expect(await send('old', secret, new Date(Date.now() - 10 * 60_000))).toBe(401)
  expect(await send('two')).toBe(204)
  expect([await next(), await next()]).toEqual(["set.logged { setId: 'one' }", "set.logged { setId: 'two' }"])
})

test('the page lists every type that is delivered, and no other', () => {
  const events = page.slice(page.indexOf('## Events'))
  const listed = [...events.matchAll(/`(\w+\.\w+)`/g)].map(([, type]) => type)
  expect(listed.sort()).toEqual([...DeliverableType.options].sort())
})

test('the page lists the pauses of the retry schedule', () => {
  const row = /^\| pause \|(.*)\|$/m.exec(page.slice(page.indexOf('## Retries')))?.[1] ?? ''
  const units: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 }
  const pauses = row.split('|').map((cell) => {
    const [count, unit = ''] = cell.trim().split(' ')
    return Number(count) * (units[unit] ?? Number.NaN)
  })
  expect(pauses).toEqual(attemptDelaysMs.slice(1))
})
