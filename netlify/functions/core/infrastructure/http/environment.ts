import type { Database } from '#database/connection.js'
import { createDatabase } from '#database/create-database.js'
import { type Leases, leases } from '#database/leases.js'
import type { Replica } from '#database/replica.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { Authenticate } from '#infrastructure/auth/authenticate.js'
import { deploymentAuthenticator } from '#infrastructure/auth/deployment-authenticator.js'
import type { AnswerCache } from '#infrastructure/cache/answer-cache.js'
import { createCache } from '#infrastructure/cache/create-cache.js'
import { type Config, config } from '#infrastructure/config/config.js'
import type { SendMail } from '#infrastructure/mail/mail.js'
import { newId } from '#infrastructure/new-id.js'
import { type Log, logTo } from '#infrastructure/observability/log.js'
import { type Tracing, tracingTo } from '#infrastructure/observability/tracing.js'
import { type SessionMemory, sessionMemory } from '#orchestration/session-memory.js'
import { type SpentQuotas, spentQuotas } from './spent-quotas.js'

/** Everything outside the process that serving needs; a test passes its own. */
export type Environment = {
  readonly config: Config
  /** Not bound to anybody; each request binds it to its caller. */
  readonly database: Database
  /** Where what tolerates lag is read. Left out where there is no replica. */
  readonly replica?: Replica
  readonly authenticate: Authenticate
  /** Requests that this process has borrowed from quotas and not served yet. */
  readonly leases: Leases
  readonly spentQuotas: SpentQuotas
  /** The sessions that this process has lately shown or committed. */
  readonly sessionMemory: SessionMemory
  readonly log: Log
  /** Undefined when no collector is configured. */
  readonly tracing?: Tracing
  /**
   * Caches the public library. Undefined when nothing is cached, as in tests that count round
   * trips.
   */
  readonly cache?: AnswerCache
  /** Sends mails; left out, the settings say how. Only a test passes it. */
  readonly mail?: SendMail
  readonly clock: () => Date
  readonly newId: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** The rules by which training is judged. */
  readonly ruleBook: RuleBook
  /** Turns answers that do not match the operation's schema into errors; on in tests. */
  readonly validateAnswers: boolean
}

let deployed: Environment | undefined

/** Builds the environment of this deployment on the first request. */
export function environment(): Environment {
  deployed ??= build()
  return deployed
}

function build(): Environment {
  const settings = config()
  const database = createDatabase(settings.database)
  const log = logTo(settings.log.level)
  const onOutage = (error: unknown) =>
    log.warning('Redis is away; the library is read from the database meanwhile', error)
  const cache = createCache({ ...settings.library, onOutage })
  return {
    config: settings,
    database,
    ...replicaOf(settings.database, log),
    authenticate: deploymentAuthenticator(settings, database),
    leases: leases(),
    spentQuotas: spentQuotas(Date.now),
    sessionMemory: sessionMemory(),
    log,
    ...(cache ? { cache } : {}),
    ...(settings.tracing ? { tracing: tracingTo(settings.tracing) } : {}),
    clock: () => new Date(),
    newId,
    random: Math.random,
    ruleBook,
    validateAnswers: false,
  }
}

function replicaOf({ readUrl, neonEndpoint }: Config['database'], log: Log): Pick<Environment, 'replica'> {
  if (readUrl === null) return {}
  const onUnanswered = (error: unknown) => log.warning('The replica does not answer; the primary does', error)
  return { replica: { database: createDatabase({ url: readUrl, neonEndpoint }), onUnanswered } }
}
