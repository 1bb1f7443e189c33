import { serveHere } from '../../servers/serve.js'
import { fastifyOver } from './fastify-app.js'
import { pgHandlers } from './handlers.js'

/** Fastify, with `pg`. */
await serveHere(async () => fastifyOver(await pgHandlers()))
