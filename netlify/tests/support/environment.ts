import { createDatabase } from '#database/create-database.js'
import { leases } from '#database/leases.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { Environment } from '#http/environment.js'
import { spentQuotas } from '#http/spent-quotas.js'
import { deploymentAuthenticator } from '#infrastructure/auth/deployment-authenticator.js'
import { parseConfig } from '#infrastructure/config/config.js'
import { newId } from '#infrastructure/new-id.js'
import { silentLog } from '#infrastructure/observability/log.js'
import { sessionMemory } from '#orchestration/session-memory.js'
import { testBaseUrl } from './tokens.js'

type Settings = Readonly<Record<string, string | undefined>>

/** The settings that every API outside a deployment shares; only the database is missing. */
export const testSettings = {
  AUTH_SECRET: 'a secret that only tests know, long enough',
  BASE_URL: testBaseUrl,
  LOG_LEVEL: 'silent',
}

/**
 * Builds the environment that tests, benchmarks and the scripted athlete serve operations in: the
 * deployed parts, without a log, and with answers held against their schemas.
 *
 * @param settings besides `testSettings`; DATABASE_URL at least.
 * @param parts that take the place of the deployed ones.
 */
export function testEnvironment(settings: Settings, parts: Partial<Environment> = {}): Environment {
  const config = parseConfig({ ...testSettings, ...settings })
  const { database = createDatabase(config.database) } = parts
  return {
    config,
    database,
    authenticate: deploymentAuthenticator(config, database),
    leases: leases(),
    spentQuotas: spentQuotas(Date.now),
    sessionMemory: sessionMemory(),
    log: silentLog,
    clock: () => new Date(),
    newId,
    random: Math.random,
    ruleBook,
    validateAnswers: true,
    ...parts,
  }
}
