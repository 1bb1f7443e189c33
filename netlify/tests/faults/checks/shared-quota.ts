import assert from 'node:assert/strict'
import { clientOf } from '#tests/support/api.js'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { atOnce } from '../support/time.js'
import type { Send } from '../support/witness.js'

const quota = 30
// a window that no check outlives
const env = { RATE_LIMIT_REQUESTS: `${quota}`, RATE_LIMIT_WINDOW_SECONDS: '86400' }

/** Two APIs count one athlete's requests together. */
export const sharedQuota: FaultCheck = {
  name: 'two processes against one quota: admitted never more than the quota',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url, env })
    const processes = context.full ? await Promise.all([spawnApi(context, url, env), spawnApi(context, url, env)]) : []
    const second = await openApi(context, { url, env, issuer: api.issuer })
    const [one, other]: Send[] = processes.length === 2 ? processes.map(({ send }) => send) : [api.send, second.send]
    assert.ok(one && other)
    const { token } = await api.athlete()
    const clients = [clientOf(one, token), clientOf(other, token)] as const
    const answers = await atOnce(2 * quota, (n) => clients[n % 2 === 0 ? 0 : 1].get('/me'))
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length
    assert.deepEqual([count(200), count(429)], [quota, quota])
    return `${2 * quota} requests over two ${context.full ? 'processes' : 'pools'}, ${quota} admitted`
  },
}
