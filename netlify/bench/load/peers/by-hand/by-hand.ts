import { ownWriters } from '../../drive/subject.js'
import { installPackages } from '../../install.js'
import { ourDialect } from '../../operations/our-dialect.js'
import { startNode } from '../../servers/start-node.js'
import { commonAnswers } from '../common-answers.js'
import type { Peer } from '../peer.js'

type ByHand = {
  readonly packages: Readonly<Record<string, string>>
  /** What else is made ready once the packages are there. */
  readonly prepare?: () => Promise<void>
}

/** A peer on Node whose routes are written by hand, and which is asked as we are. */
export function byHand(name: string, entry: string, { packages, prepare }: ByHand): Peer {
  return {
    name,
    start: async (ground) => {
      await installPackages(packages)
      await prepare?.()
      const server = await startNode(entry, { DATABASE_URL: ground.url, BENCH_JWK: ground.targets.jwk })
      return { name, server, dialect: ourDialect, answers: commonAnswers, writers: await ownWriters(ground) }
    },
  }
}
