import assert from 'node:assert/strict'
import { clientOf } from '#tests/support/api.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { sleep } from '../support/time.js'

const apartSeconds = 65
const windowSeconds = 60

/** Two APIs whose clocks are further apart than the window of the quota is long. */
export const quotaClocks: FaultCheck = {
  name: `clocks ${apartSeconds} s apart at a quota of ${windowSeconds} s: the quota is admitted, and no more`,
  run: async (context) => {
    const quota = context.full ? 300 : 30
    const url = await context.makeDatabase()
    const env = { RATE_LIMIT_REQUESTS: `${quota}`, RATE_LIMIT_WINDOW_SECONDS: `${windowSeconds}` }
    const api = await openApi(context, { url, env })
    const clock = () => new Date(Date.now() + apartSeconds * 1000)
    const ahead = await openApi(context, { url, env, issuer: api.issuer, clock })
    const athlete = await api.athlete()
    const inTurns = [clientOf(api.send, athlete.token), clientOf(ahead.send, athlete.token)] as const
    await windowLasts(api)
    const statuses: number[] = []
    for (let n = 0; n < 2 * quota; n += 1) statuses.push((await inTurns[n % 2 === 0 ? 0 : 1].get('/me')).status)
    const count = (wanted: number) => statuses.filter((status) => status === wanted).length
    assert.deepEqual([count(200), count(429)], [quota, quota])
    return `${2 * quota} requests in turns, ${quota} admitted`
  },
}

/** Waits for a new window when the one of the database ends in the next seconds. */
async function windowLasts({ rows }: FaultApi): Promise<void> {
  const [clock] = await rows<{ left: number }>(
    `select ${windowSeconds} - floor(extract(epoch from now()))::integer % ${windowSeconds} as left`,
  )
  assert.ok(clock)
  if (clock.left < 15) await sleep((clock.left + 1) * 1000)
}
