import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { type RawAnswer, rawRequest } from '../support/requests/raw-request.js'
import { type OddCase, oddCases } from './odd-requests/odd-cases.js'

const requestId = /^x-request-id: ([A-Za-z0-9._-]{8,128})\r$/im

function textOf({ line, headers, body }: OddCase, token: string): string {
  const [method, path] = line.split(' ')
  const head = [
    `${method} /api/v1${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    ...(body === '' ? [] : [`Content-Length: ${body.length}`]),
    ...headers,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/**
 * What is wrong with the answer, or null. A 400 without a request id is Node's own: we never saw
 * the request.
 */
function faultOf({ name, line, statuses }: OddCase, { status, text }: RawAnswer, id: string): string | null {
  const said = `${name}: ${status}, not ${statuses.join(' or ')}: ${text.slice(0, 600)}`
  if (status === null || !statuses.includes(status)) return said
  if (/^x-injected:/im.test(text)) return `${name}: a header was smuggled into the answer`
  if (status !== 400 && !requestId.test(text))
    return `${name}: the request id is not well formed: ${text.slice(0, 600)}`
  const isOwn = line !== 'GET /me' || status !== 200 || text.includes(id)
  return isOwn ? null : `${name}: another answer than that of /me: ${text.slice(0, 600)}`
}

/** Requests that try to be read as others, over a socket to a process of the API. */
export const oddRequests: FaultCheck = {
  name: 'odd headers, methods and addresses: never a 5xx, never the answer of another address, nothing smuggled',
  run: async (context) => {
    const url = await context.makeDatabase()
    const { athlete, rows } = await openApi(context, { url })
    const { token, id } = await athlete()
    const { port } = await spawnApi(context, url)
    const faults: (string | null)[] = []
    const cases = oddCases(token)
    for (const one of cases) faults.push(faultOf(one, await rawRequest(port, textOf(one, token)), id))
    const found = faults.filter((fault) => fault !== null)
    assert.equal(found.length, 0, `${found.length} of ${cases.length}:\n${found.join('\n')}`)
    const [left] = await rows<{ name: string }>('select name from users where id = $1', [id])
    assert.equal(left?.name, 'Ada')
    return `${cases.length} requests`
  },
}
