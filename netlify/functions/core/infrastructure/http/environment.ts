import { v7 as newId } from 'uuid'
import type { Authenticate } from '../auth/authenticate.js'
import { deploymentAuthenticator } from '../auth/deployment-authenticator.js'
import { type Config, config } from '../config/config.js'
import type { Database } from '../database/connection.js'
import { createDatabase } from '../database/create-database.js'
import { type Log, logTo } from '../observability/log.js'

/** Everything outside the process that serving needs; a test gives its own. */
export type Environment = {
  readonly config: Config
  /** Bound to nobody; each request binds it to its caller. */
  readonly database: Database
  readonly authenticate: Authenticate
  readonly log: Log
  readonly clock: () => Date
  readonly newId: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Answers that are not of the operation's schema become errors; on in tests. */
  readonly validateAnswers: boolean
}

let deployed: Environment | undefined

/** The environment of this deployment, built on the first request. */
export function environment(): Environment {
  deployed ??= build()
  return deployed
}

function build(): Environment {
  const settings = config()
  const database = createDatabase(settings.database)
  return {
    config: settings,
    database,
    authenticate: deploymentAuthenticator(settings, database),
    log: logTo(settings.log.level),
    clock: () => new Date(),
    newId,
    random: Math.random,
    validateAnswers: false,
  }
}
