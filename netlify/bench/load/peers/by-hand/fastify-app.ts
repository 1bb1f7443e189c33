import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import type { LoggedSet } from '../../floor/work.js'
import { importPeer } from '../import-peer.js'
import type { Handlers } from './handlers.js'

type Asked = {
  readonly headers: IncomingHttpHeaders
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: LoggedSet & { readonly date: string }
}
type Reply = { code(status: number): unknown }
type Handle = (asked: Asked, reply: Reply) => Promise<unknown>

/** The part of Fastify that is used here. It is installed by the bench, so it has no types here. */
type Fastify = () => {
  get(path: string, handle: Handle): void
  post(path: string, handle: Handle): void
  ready(): PromiseLike<unknown>
  readonly routing: RequestListener
}

/** Fastify, in front of these handlers. */
export async function fastifyOver(on: Handlers): Promise<RequestListener> {
  const { default: fastify } = await importPeer<{ default: Fastify }>('fastify')
  const app = fastify()
  const as = (handle: (athlete: string, asked: Asked) => Promise<unknown>): Handle => {
    return async (asked) => handle(await on.whoAsks(asked.headers), asked)
  }
  const made = (handle: Handle): Handle => {
    return (asked, reply) => {
      reply.code(201)
      return handle(asked, reply)
    }
  }
  app.get('/api/v1/exercises', ({ query }) => on.libraryList(query.category, query.level))
  app.get('/api/v1/exercises/:slug', ({ params }) => on.exercise(params.slug ?? ''))
  app.get(
    '/api/v1/me/weeks/:week',
    as((athlete, { params }) => on.week(athlete, params.week ?? '')),
  )
  app.get(
    '/api/v1/sessions/:id',
    as((athlete, { params }) => on.session(athlete, params.id ?? '')),
  )
  app.post('/api/v1/sessions', made(as((athlete, { body }) => on.createSession(athlete, body.date))))
  app.post(
    '/api/v1/sessions/:sessionId/exercises/:exerciseId/sets',
    made(as((athlete, { params, body }) => on.logSet(athlete, { ...body, ...params }))),
  )
  app.post(
    '/api/v1/sessions/:id/complete',
    as((athlete, { params }) => on.completeSession(athlete, params.id ?? '')),
  )
  await app.ready()
  return (incoming, outgoing) => app.routing(incoming, outgoing)
}
