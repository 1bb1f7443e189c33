import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { bearer } from 'better-auth/plugins/bearer'
import { jwt } from 'better-auth/plugins/jwt'
import type { Config } from '#infrastructure/config/config.js'
import { originPatterns } from '#infrastructure/config/origins.js'
import type { AccountPool } from './account-pool.js'
import { type AccountTrail, noteSessions } from './account-trail.js'
import { attemptRules } from './attempt-rules.js'
import { hashSessionTokens } from './hash-session-tokens.js'
import { limitAttempts } from './limit-attempts.js'
import { requireSigningKey } from './require-signing-key.js'
import { handOutAccessToken, jwtOptions } from './sign-access-tokens.js'
import { keepSignUpRecord } from './sign-up-record.js'
import { tables } from './tables.js'

/** The header in which the handler passes on the caller's address, as the platform saw it. */
export const clientAddressHeader = 'x-calistheniq-client-address'

export type AccountSettings = Pick<Config, 'auth'> & { readonly http: Pick<Config['http'], 'origins'> }

/** Limits password guesses when an account is erased, as Better Auth itself does at sign-in. */
const customRules = { '/delete-user': { window: 10, max: 3 } }

/**
 * Better Auth on our tables: email and password, sessions, and short-lived access tokens. Hashing
 * and session rules are its own.
 */
export function accountService(pool: AccountPool, settings: AccountSettings, trail?: AccountTrail) {
  return betterAuth(serviceOptions(pool, settings, trail))
}

export type AccountService = ReturnType<typeof accountService>

/** The options of Better Auth; a test compares them with the migrated schema. */
export function serviceOptions(pool: AccountPool, { auth, http }: AccountSettings, trail?: AccountTrail) {
  const tokens = jwtOptions(auth.baseUrl)
  return {
    database: pool,
    secret: auth.secret,
    baseURL: auth.baseUrl,
    basePath: '/api/v1/auth',
    trustedOrigins: originPatterns(http.origins),
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: { ...tables.user, deleteUser: { enabled: true } },
    session: tables.session,
    account: tables.account,
    verification: tables.verification,
    rateLimit: { enabled: true, storage: 'database', ...tables.rateLimit, customRules },
    plugins: [
      bearer(),
      jwt(tokens),
      hashSessionTokens(),
      requireSigningKey(auth.secret, tokens),
      limitAttempts(attemptRules),
    ],
    hooks: { after: handOutAccessToken(tokens) },
    databaseHooks: { account: keepSignUpRecord, ...(trail ? { session: noteSessions(trail) } : {}) },
    logger: { disabled: true },
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    advanced: {
      // a test compares the schema; looking it up would cost every cold start several round trips
      database: { generateId: 'uuid', validateSchema: false },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  } satisfies BetterAuthOptions
}
