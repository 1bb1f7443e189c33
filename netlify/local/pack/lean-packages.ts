import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

type StandIn = {
  /** Which files of packages it stands in for. */
  readonly of: RegExp
  readonly contents: string
}

/** An expression for a function that nobody calls. */
const none = (what: string) =>
  `function () { throw new Error('Packed functions have no ${what}: netlify/local/pack/lean-packages.ts') }`

/** What packages bring along that no function calls, and the bundler cannot leave out by itself. */
const standIns: readonly StandIn[] = [
  {
    // every schema of zod can write itself as JSON Schema; only the OpenAPI document asks for it
    of: /\/zod\/v4\/core\/to-json-schema\.js$/,
    contents: `
      export const createToJSONSchemaMethod = ${none('JSON Schema')}
      export const createStandardJSONSchemaMethod = createToJSONSchemaMethod`,
  },
  {
    of: /\/zod\/v4\/core\/json-schema-processors\.js$/,
    contents: `export const toJSONSchema = ${none('JSON Schema')}`,
  },
  {
    of: /\/zod\/v4\/core\/json-schema-generator\.js$/,
    contents: `export const JSONSchemaGenerator = ${none('JSON Schema')}`,
  },
  {
    // the log writes to standard output itself, without a thread that would do it
    of: /\/pino\/lib\/(transport|multistream)\.js$/,
    contents: `module.exports = ${none('transports of pino')}`,
  },
  {
    // commands are sent one by one, not between MULTI and EXEC
    of: /\/@redis\/client\/dist\/lib\/client\/multi-command\.js$/,
    contents: `exports.__esModule = true; exports.default = { extend: () => ${none('transactions of Redis')} }`,
  },
  {
    // the client compares what it sends with these
    of: /\/@redis\/client\/dist\/lib\/commands\/HIMPORT_\w+\.js$/,
    contents: `exports.__esModule = true; exports.default = {}`,
  },
  {
    // its version, which the client is told not to send
    of: /\/@redis\/client\/dist\/package\.json$/,
    contents: `exports.version = ''`,
  },
  {
    // nothing is logged that would have to be blacked out
    of: /\/pino\/lib\/redaction\.js$/,
    contents: `module.exports = ${none('redaction of pino')}`,
  },
  {
    // one server, neither a cluster nor a sentinel; as an ES module, so that import() gives it by its name
    of: /\/@redis\/client\/dist\/index\.js$/,
    contents: `export const createClient = require('./lib/client').default.create`,
  },
  {
    // of about 400 commands, those that the cache sends, and those with which the client begins
    of: /\/@redis\/client\/dist\/lib\/commands\/index\.js$/,
    contents: `
      const commands = {
        AUTH: require('./AUTH').default,
        CLIENT_SETNAME: require('./CLIENT_SETNAME').default,
        READONLY: require('./READONLY').default,
        ping: require('./PING').default,
        mGet: require('./MGET').default,
        set: require('./SET').default,
      }
      exports.__esModule = true
      exports.default = exports.NON_STICKY_COMMANDS = commands`,
  },
  {
    // where a cluster sends each command, and what a client may keep of its answer
    of: /\/@redis\/client\/dist\/lib\/command-metadata\/index\.js$/,
    contents: `exports.isCacheable = exports.defaultCommandMetadata = ${none('metadata of commands')}`,
  },
  {
    // how arguments and answers of the other commands are written; of it, what begins a connection
    of: /\/@redis\/client\/dist\/lib\/commands\/generic-transformers\.js$/,
    contents: `
      const { BasicCommandParser } = require('../client/parser')
      exports.parseArgs = (command, ...given) => {
        const parser = new BasicCommandParser()
        command.parseCommand(parser, ...given)
        return parser.redisArgs
      }`,
  },
  {
    // tokens of an identity provider; the URL has the password
    of: /\/@redis\/client\/dist\/lib\/authx\/token-manager\.js$/,
    contents: `exports.TokenManager = exports.IDPError = ${none('tokens for Redis')}`,
  },
  {
    // the metrics of the client, which nothing registers
    of: /\/@redis\/client\/dist\/lib\/opentelemetry\/index\.js$/,
    contents: `exports.ClientRegistry = { instance: { register() {}, unregister() {} } }`,
  },
  {
    // what Redis Enterprise tells of its maintenance, which the client is told not to ask for
    of: /\/@redis\/client\/dist\/lib\/client\/enterprise-maintenance-manager\.js$/,
    contents: `
      exports.__esModule = true
      exports.default = ${none('maintenance of Redis')}
      exports.default.getHandshakeCommand = async () => undefined
      exports.dbgMaintenance = () => undefined`,
  },
  {
    // one connection, and no copy of what it read
    of: /\/@redis\/client\/dist\/lib\/client\/(pool|cache|legacy-mode)\.js$/,
    contents: `exports.RedisClientPool = exports.BasicClientSideCache = exports.RedisLegacyClient = ${none('pool of Redis')}`,
  },
  {
    // which server of a cluster has a channel
    of: /\/@redis\/client\/dist\/lib\/utils\/calculate-slot\.js$/,
    contents: `module.exports = ${none('clusters of Redis')}`,
  },
  {
    // the binding of libpq, which only `pg.native` loads
    of: /\/pg\/lib\/native\/index\.js$/,
    contents: `module.exports = ${none('binding of libpq')}`,
  },
  {
    // a file of passwords in a home folder, which a function does not have
    of: /\/pgpass\/lib\/index\.js$/,
    contents: `module.exports = ${none('file of passwords')}`,
  },
  {
    // the client would report to it, if it were told to; what we trace, we tell by the other copy, an ES module
    of: /\/@opentelemetry\/api\/dist\/index\.cjs$/,
    contents: `throw new Error('Packed functions have OpenTelemetry as an ES module alone')`,
  },
]

/** Leaves out of packages what no function calls. */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup: ({ onLoad }) => {
    for (const { of, contents } of standIns)
      onLoad({ filter: of }, ({ path }) => ({ contents, resolveDir: dirname(path) }))
  },
}
