import { Hono } from 'hono'
import { serveHere } from '../../servers/serve.js'
import { importPeer } from '../import-peer.js'
import { pgHandlers } from './handlers.js'

type NodeServer = typeof import('node:http')
type Bridge = { getRequestListener(fetch: Hono['fetch']): Parameters<NodeServer['createServer']>[1] & object }

/** Hono on Node, with `pg`. */
await serveHere(async () => {
  const on = await pgHandlers()
  const app = new Hono<{ Variables: { athlete: string } }>().basePath('/api/v1')
  app.get('/exercises', async (c) => c.json(await on.libraryList(c.req.query('category'), c.req.query('level'))))
  app.get('/exercises/:slug', async (c) => c.json(await on.exercise(c.req.param('slug'))))
  app.use(async (c, next) => {
    c.set('athlete', await on.whoAsks({ authorization: c.req.header('authorization') }))
    await next()
  })
  app.get('/me/weeks/:week', async (c) => c.json(await on.week(c.get('athlete'), c.req.param('week'))))
  app.get('/sessions/:id', async (c) => c.json(await on.session(c.get('athlete'), c.req.param('id'))))
  app.post('/sessions', async (c) => c.json(await on.createSession(c.get('athlete'), (await c.req.json()).date), 201))
  app.post('/sessions/:sessionId/exercises/:exerciseId/sets', async (c) =>
    c.json(await on.logSet(c.get('athlete'), { ...c.req.param(), ...(await c.req.json()) }), 201),
  )
  app.post('/sessions/:id/complete', async (c) => c.json(await on.completeSession(c.get('athlete'), c.req.param('id'))))
  const { getRequestListener } = await importPeer<Bridge>('@hono/node-server')
  return getRequestListener(app.fetch)
})
