import type { Ground, Subject } from '../drive/subject.js'
import { bridge } from '../install.js'
import { byHand } from './by-hand/by-hand.js'
import { django } from './django/django.js'
import type { Peer } from './peer.js'
import { postgraphile } from './postgraphile/peer.js'
import { generateClient } from './prisma/generate.js'

const fastify = { fastify: '5.12.8' }
const prisma = { prisma: '7.10.0', '@prisma/client': '7.10.0', '@prisma/adapter-pg': '7.10.0' }

export const peers: readonly Peer[] = [
  byHand('Hono + pg', 'peers/by-hand/hono.ts', { packages: bridge }),
  byHand('Fastify + pg', 'peers/by-hand/fastify.ts', { packages: fastify }),
  byHand('Fastify + Prisma', 'peers/prisma/prisma.ts', {
    packages: { ...fastify, ...prisma },
    prepare: generateClient,
  }),
  postgraphile,
  django,
]

/** Peers that cannot be had from package registries alone. */
const cannotBeHad: Readonly<Record<string, string>> = {
  PostgREST:
    'Debian has no package of it, and the one on npm downloads its program from elsewhere when it is installed',
  Directus:
    "isolated-vm 5.0.3, which @directus/api 39.2.1 needs, has no program for any platform in its package (Cannot find module './out/isolated_vm'), and the headers of Node 24 that it is compiled with are not on npm",
}

/** Starts every peer that can be had here; the others are told with the reason. */
export async function startPeers(ground: Ground): Promise<{ subjects: Subject[]; notRun: Record<string, string> }> {
  const subjects: Subject[] = []
  const notRun: Record<string, string> = { ...cannotBeHad }
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
