import assert from 'node:assert/strict'
import type { FaultContext } from '#tests/faults/support/context.js'
import type { FaultApi } from '#tests/faults/support/fault-api.js'
import { expectStatus, planOf } from '#tests/faults/support/training/sessions.js'
import { openDnsServer } from '#tests/support/dns-server.js'
import { openTcpServer } from '#tests/support/webhook-receiver.js'
import { deliveryTo, registerHook, runSender } from './hooks.js'

const names: Readonly<Record<string, readonly string[]>> = {
  'private.example': ['10.0.0.1'],
  'loopback.example': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mapped.example': ['::ffff:7f00:1'],
  'ula.example': ['fd00::1'],
}

const literals = ['127.0.0.1', '2130706433', '0177.0.0.1', '0', '[::1]', '[::ffff:127.0.0.1]', 'localhost']

/**
 * Registers webhooks that lead to this machine under every name: nothing connects to a service
 * here, however its port and host are written. Returns how many were tried.
 */
export async function expectNoWayIn(context: FaultContext, api: FaultApi): Promise<number> {
  let connections = 0
  const inside = await openTcpServer((socket) => {
    connections += 1
    socket.end()
  })
  context.onEnd(inside.close)
  // the first answer leads to where nobody listens, each one after it inside
  const rebound = (turn: number) => [turn === 0 ? '127.0.0.77' : '127.0.0.1']
  const dns = await openDnsServer((name, turn) => (name === 'rebound.example' ? rebound(turn) : (names[name] ?? [])))
  context.onEnd(dns.close)
  const hosts = [...Object.keys(names), ...literals]
  const tried = [
    ...hosts.map((host) => ({ url: `https://${host}:${inside.port}/`, error: 'the address is not public' })),
    { url: `http://127.0.0.1:${inside.port}/`, error: 'the URL is not https' },
  ]
  await tryEach(api, tried, { allowPrivate: false, dns: dns.address, timeoutMs: 2_000 })
  const rebinding = { url: `https://rebound.example:${inside.port}/`, error: 'refused the connection' }
  await tryEach(api, [rebinding], { allowPrivate: true, dns: dns.address, timeoutMs: 2_000 })
  assert.deepEqual(dns.questions.filter((question) => question.endsWith('rebound.example')).sort(), [
    'A rebound.example',
    'AAAA rebound.example',
  ])
  assert.equal(connections, 0, 'nothing came in')
  return tried.length + 1
}

type Tried = readonly { readonly url: string; readonly error: string }[]

/** Sends an event to each, expects what the log says of it, and deletes the webhooks. */
async function tryEach(api: FaultApi, tried: Tried, sender: Parameters<typeof runSender>[1]): Promise<void> {
  const hooks = await Promise.all(
    tried.map(async ({ url, error }) => {
      const hook = await registerHook(api, { url })
      expectStatus(await hook.athlete.post('/sessions', planOf()), 201)
      return { url, error, hook }
    }),
  )
  await runSender(api, sender)
  for (const { url, error, hook } of hooks) {
    const { attempts, last_status, last_error } = await deliveryTo(api, hook)
    assert.deepEqual([attempts, last_status, last_error], [1, null, error], url)
    expectStatus(await hook.athlete.delete(`/me/webhooks/${hook.id}`), 204)
  }
}
