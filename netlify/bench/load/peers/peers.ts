import { type Ground, ownWriters, type Subject } from '../drive/subject.js'
import { installPackages } from '../install.js'
import type { OperationName } from '../operations/ask.js'
import { ourDialect } from '../operations/our-dialect.js'
import { startNode } from '../servers/start-node.js'

/** What people would pick instead, and how it is brought up; what cannot be, says why. */
export type Peer = { readonly name: string; readonly start: (ground: Ground) => Promise<Subject> }

const answers = new Set<OperationName>(['library-list', 'exercise', 'week', 'session', 'create-session', 'log-set'])

/** A peer whose routes are written by hand, and which is asked as we are. */
function byHand(name: string, entry: string, packages: Readonly<Record<string, string>>): Peer {
  return {
    name,
    start: async (ground) => {
      await installPackages(packages)
      const server = await startNode(entry, { DATABASE_URL: ground.url, BENCH_JWK: ground.targets.jwk })
      return { name, server, dialect: ourDialect, answers, writers: await ownWriters(ground) }
    },
  }
}

export const peers: readonly Peer[] = [
  byHand('Hono + pg', 'peers/hono.ts', { '@hono/node-server': '2.1.9' }),
  byHand('Fastify + pg', 'peers/fastify.ts', { fastify: '5.12.8' }),
]

/** Names of peers that nobody has written an adapter for, so that the page says what was not compared. */
export const unwritten: Readonly<Record<string, string>> = Object.fromEntries(
  ['PostgREST', 'PostGraphile 5', 'Prisma', 'Directus', 'Django REST framework'].map((name) => [
    name,
    'the bench has no adapter for it yet',
  ]),
)

/** Starts every peer that can be had here; the others are told with the reason. */
export async function startPeers(ground: Ground): Promise<{ subjects: Subject[]; notRun: Record<string, string> }> {
  const subjects: Subject[] = []
  const notRun: Record<string, string> = { ...unwritten }
  for (const { name, start } of peers) {
    try {
      subjects.push(await start(ground))
    } catch (error) {
      notRun[name] =
        (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'it could not be started'
    }
  }
  return { subjects, notRun }
}
