import { serveHere } from '../../servers/serve.js'
import { fastifyOver } from '../by-hand/fastify-app.js'
import { prismaHandlers } from './handlers.js'

/** Fastify, with Prisma. */
await serveHere(async () => fastifyOver(await prismaHandlers()))
