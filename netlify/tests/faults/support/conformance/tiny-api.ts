import { randomUUID } from 'node:crypto'
import { readDocument } from './read-document.js'
import type { Subject } from './try-operation.js'

const problem = { description: 'No', content: { 'application/problem+json': { schema: { type: 'object' } } } }
const refusals = { 400: problem, 401: problem, 404: problem, 415: problem, 422: problem }
const header = (pattern: string) => ({ required: true, schema: { type: 'string', pattern } })
const id = { in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } }
const security = [{ token: [] }]
const named = {
  type: 'object',
  properties: { name: { type: 'string', minLength: 1, maxLength: 10, pattern: '^[a-z]+$' } },
  required: ['name'],
  additionalProperties: false,
}
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Named' } } }

/** Things can be made, read and removed by who has the token. */
const document = {
  components: { schemas: { Named: named } },
  paths: {
    '/things': {
      post: {
        operationId: 'make',
        security,
        requestBody: { required: true, content },
        responses: { 201: { headers: { Location: header('^/api/v1/things/') }, content }, ...refusals },
      },
    },
    '/things/{id}': {
      get: {
        ...{ operationId: 'read', security, parameters: [id] },
        responses: { 200: { headers: { ETag: header('^"') }, content }, ...refusals },
      },
      delete: { operationId: 'remove', security, parameters: [id], responses: { 204: {}, ...refusals } },
    },
  },
}

const token = 'the-token'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Answer = { status: number; body?: unknown; type?: string; headers?: Record<string, string> }
type Request = { method: string; path: string; type: string | null; authorization: string | null; body: string | null }

/** Changes what an API answers; `right` is the answer of the rules. */
export type Wrong = (request: Request, right: () => Answer, things: Map<string, unknown>) => Answer

const refused = (status: number): Answer => ({ status, body: {}, type: 'application/problem+json' })

function answerOf(request: Request, things: Map<string, unknown>): Answer {
  const { method, path, type, authorization, body } = request
  const thing = /^\/things\/([^/?]+)/.exec(path)?.[1]
  const allow = { allow: thing === undefined ? 'POST, OPTIONS' : 'GET, HEAD, DELETE, OPTIONS' }
  if (method === 'OPTIONS') return { status: 204, headers: allow }
  if (!allow.allow.includes(method)) return { ...refused(405), headers: allow }
  if (path.includes('?')) return refused(400)
  if (authorization !== `Bearer ${token}`) return refused(401)
  if (thing === undefined) return make({ type, body }, things)
  if (!uuid.test(thing)) return refused(400)
  if (!things.has(thing)) return refused(404)
  if (method === 'DELETE') return things.delete(thing) ? { status: 204 } : refused(404)
  return { status: 200, body: things.get(thing), headers: { etag: '"1"' } }
}

function make({ type, body }: Pick<Request, 'type' | 'body'>, things: Map<string, unknown>): Answer {
  if (type !== 'application/json') return refused(415)
  if (!/^\{"name":"[a-z]{1,10}"\}$/.test(body ?? '')) return refused(422)
  const made = randomUUID()
  things.set(made, JSON.parse(body ?? ''))
  return { status: 201, body: things.get(made), headers: { location: `/api/v1/things/${made}` } }
}

/** A small API that is right but for one thing. */
export function tinyApi(wrong: Wrong = (_, right) => right()): Subject {
  const things = new Map<string, unknown>()
  return {
    operations: readDocument(document),
    send: async (path, { method = 'GET', headers, body }) => {
      const given = new Headers(headers)
      const [type, authorization] = [given.get('content-type'), given.get('authorization')]
      const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : null
      const request = { method, path, type, authorization, body: text }
      const answer = wrong(request, () => answerOf(request, things), things)
      const typed = answer.body === undefined ? {} : { 'content-type': answer.type ?? 'application/json' }
      const sent = answer.body === undefined ? null : JSON.stringify(answer.body)
      return new Response(sent, { status: answer.status, headers: { ...typed, ...answer.headers } })
    },
    arrange: async ({ path }) => {
      const made = randomUUID()
      things.set(made, { name: 'known' })
      return path === '/things' ? { token, path, body: { name: 'a' } } : { token, path: `/things/${made}` }
    },
  }
}
