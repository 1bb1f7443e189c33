import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { peakResidentBytes, residentBytes } from '../support/process/resident.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { headOfPatch, type RawAnswer, rawRequest } from '../support/requests/raw-request.js'
import { atOnce } from '../support/time.js'
import { type BodyCase, bodyCases, hugeBytes, spaces } from './large-bodies/body-cases.js'

const growthMax = 150 * 2 ** 20
const answerMax = 300_000

function faultOf({ name, statuses, bytesMax = Number.POSITIVE_INFINITY }: BodyCase, answer: RawAnswer): string | null {
  const { status, text, bytesSent } = answer
  if (status === null || !statuses.includes(status)) return `${name}: ${status}, not ${statuses}: ${text.slice(0, 300)}`
  if (bytesSent > bytesMax) return `${name}: ${bytesSent} bytes were taken before the answer`
  return text.length > answerMax ? `${name}: answered with ${text.length} bytes` : null
}

/**
 * Sends bodies that would fill the memory of their reader, over a socket to a process of the API.
 */
export const largeBodies: FaultCheck = {
  name: 'bodies of 50 MB, nested 100,000 deep, compressed, or lying about their length: refused early, memory bounded',
  run: async (context) => {
    const url = await context.makeDatabase()
    const { athlete } = await openApi(context, { url })
    const { token } = await athlete()
    const { port, pid, send } = await spawnApi(context, url)
    const head = (headers: readonly string[]) => headOfPatch(token, headers)
    const ordinary = () => send('/me', { headers: { authorization: `Bearer ${token}` } })
    assert.equal((await ordinary()).status, 200)
    const faults: (string | null)[] = []
    const cases = bodyCases()
    for (const one of cases) faults.push(faultOf(one, await rawRequest(port, head(one.headers), one.body)))
    assert.deepEqual(
      faults.filter((fault) => fault !== null),
      [],
    )
    const before = residentBytes(pid)
    const many = context.full ? 30 : 10
    const peak = await peakResidentBytes(pid, async () => {
      const answers = await atOnce(many, () => rawRequest(port, head(['Transfer-Encoding: chunked']), hugeChunks()))
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([413]))
    })
    const megabytes = Math.round((peak - before) / 1e6)
    assert.ok(peak - before < growthMax, `${many} bodies at once took ${megabytes} MB`)
    assert.equal((await ordinary()).status, 200)
    return `${cases.length} bodies; ${many} × 50 MB at once took ${megabytes} MB more than ${Math.round(before / 1e6)} MB`
  },
}

function* hugeChunks(): Generator<Buffer> {
  for (const part of spaces(hugeBytes)) yield Buffer.concat([Buffer.from('10000\r\n'), part, Buffer.from('\r\n')])
}
