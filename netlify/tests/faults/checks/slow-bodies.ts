import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { peakResidentBytes, residentBytes } from '../support/process/resident.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { headOfPatch, type RawAnswer, rawRequest } from '../support/requests/raw-request.js'
import { atOnce, sleep } from '../support/time.js'

const deadlineMs = 2_000
// the deadline, and time for a busy machine to notice
const answerMsMax = deadlineMs + 8_000
const growthMax = 100 * 2 ** 20

async function* byteByByte(pauseMs: number): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < 100; sent += 1) {
    yield Buffer.from(' ')
    await sleep(pauseMs)
  }
}

/** A body of a hundred bytes, of which the first comes and the others take their time. */
function slowRequest(port: number, token: string, pauseMs: number): Promise<RawAnswer> {
  return rawRequest(port, headOfPatch(token, ['Content-Length: 100']), byteByByte(pauseMs))
}

function expectTurnedAway({ status, ms, text }: RawAnswer): void {
  assert.ok(
    status !== null && [408, 504].includes(status),
    `${status} after ${Math.round(ms)} ms: ${text.slice(0, 300)}`,
  )
  assert.ok(ms < answerMsMax, `answered after ${Math.round(ms)} ms, with a deadline of ${deadlineMs} ms`)
}

/** Clients that hold on to their requests. */
export const slowBodies: FaultCheck = {
  name: 'bodies that come a byte a second: turned away at the deadline, and others are answered meanwhile',
  run: async (context) => {
    const url = await context.makeDatabase()
    const { athlete } = await openApi(context, { url })
    const { token } = await athlete()
    const { port, pid, send } = await spawnApi(context, url, { REQUEST_DEADLINE_MS: `${deadlineMs}` })
    const ordinary = async () => (await send('/me', { headers: { authorization: `Bearer ${token}` } })).status
    assert.equal(await ordinary(), 200)
    const before = residentBytes(pid)
    const many = context.full ? 200 : 100
    const slow = atOnce(many, (index) => slowRequest(port, token, index === 0 ? 60_000 : 1_000))
    const meanwhile: number[] = []
    const peak = await peakResidentBytes(pid, async () => {
      for (let asked = 0; asked < 20; asked += 1) meanwhile.push(await ordinary())
      for (const answer of await slow) expectTurnedAway(answer)
    })
    assert.deepEqual(new Set(meanwhile), new Set([200]))
    assert.ok(peak - before < growthMax, `${many} slow bodies took ${Math.round((peak - before) / 1e6)} MB`)
    assert.equal(await ordinary(), 200)
    const longest = Math.max(...(await slow).map(({ ms }) => ms))
    return `${many} slow bodies turned away within ${(longest / 1000).toFixed(1)} s at a deadline of ${deadlineMs / 1000} s`
  },
}
