import type { IncomingMessage, RequestListener } from 'node:http'
import { tokenVerifier } from '../../floor/token.js'
import { serveHere } from '../../servers/serve.js'
import { importPeer } from '../import-peer.js'

/** The part of PostGraphile that is used here. It is installed by the bench, so it has no types here. */
type Parts = {
  postgraphile(preset: object): { createServ(servers: unknown): { createHandler(): RequestListener } }
  makePgService(options: object): unknown
  jsonPgSmartTags(tags: object): unknown
  readonly grafserv: unknown
  readonly PostGraphileAmberPreset: object
  readonly PostGraphileConnectionFilterPreset: object
}
type Asked = { readonly node: { readonly req: IncomingMessage } }

/** The edges of the skill graph would be called as GraphQL calls those of a list of exercises. */
const otherNames = { version: 1, config: { class: { 'public.exercise_edges': { tags: { name: 'progressions' } } } } }

/** PostGraphile on Node. Every column may be filtered and sorted by, as the athlete's rows are few. */
await serveHere(async () => {
  const whoAsks = await tokenVerifier()
  const { postgraphile, makePgService, jsonPgSmartTags, grafserv, ...presets } = await parts()
  const preset = {
    extends: [presets.PostGraphileAmberPreset, presets.PostGraphileConnectionFilterPreset],
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    plugins: [jsonPgSmartTags(otherNames)],
    pgServices: [
      makePgService({
        connectionString: process.env.DATABASE_URL,
        schemas: ['public', 'bench'],
        poolConfig: { max: 5 },
      }),
    ],
    grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
    grafast: {
      context: async ({ node: { req } }: Asked) => {
        const athlete = req.headers.authorization ? await whoAsks(req.headers) : ''
        return { pgSettings: { role: 'calistheniq_app', 'app.user_id': athlete } }
      },
    },
  }
  return postgraphile(preset).createServ(grafserv).createHandler()
})

async function parts(): Promise<Parts> {
  const own = ['', '/presets/amber', '/adaptors/pg', '/grafserv/node', '/utils'].map((part) => `postgraphile${part}`)
  const modules = [...own, 'postgraphile-plugin-connection-filter'].map((name) => importPeer<Partial<Parts>>(name))
  return Object.assign({}, ...(await Promise.all(modules)))
}
