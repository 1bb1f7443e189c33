import { ownWriters } from '../../drive/subject.js'
import { installPackages } from '../../install.js'
import { startNode } from '../../servers/start-node.js'
import { commonAnswers } from '../common-answers.js'
import type { Peer } from '../peer.js'
import { graphqlDialect } from './dialect.js'
import { addPlanSession } from './plan-session.js'

const packages = { postgraphile: '5.1.5', 'postgraphile-plugin-connection-filter': '4.0.1' }

/** PostGraphile 5 over our tables, narrowed to the athlete by our row-level security. */
export const postgraphile: Peer = {
  name: 'PostGraphile 5',
  start: async (ground) => {
    await installPackages(packages)
    await addPlanSession(ground.url)
    const server = await startNode('peers/postgraphile/postgraphile.ts', {
      DATABASE_URL: ground.url,
      BENCH_JWK: ground.targets.jwk,
      GRAPHILE_ENV: 'production',
    })
    const { name } = postgraphile
    return { name, server, dialect: graphqlDialect, answers: commonAnswers, writers: await ownWriters(ground) }
  },
}
