import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { bearer } from 'better-auth/plugins/bearer'
import { jwt } from 'better-auth/plugins/jwt'
import type { Config } from '#infrastructure/config/config.js'
import { originPatterns } from '#infrastructure/config/origins.js'
import { accountMails } from './account-mails.js'
import type { AccountParts } from './account-parts.js'
import type { AccountPool } from './account-pool.js'
import { noteBeginnings, noteEndings } from './account-trail.js'
import { attemptRules } from './attempt-rules.js'
import { later } from './behind-the-answer.js'
import { accountHooks, userHooks } from './from-provider.js'
import { handOver } from './hand-over/hand-over.js'
import { hashSessionTokens } from './hash-session-tokens.js'
import { limitAttempts } from './limit-attempts.js'
import { limitPasskeys } from './limit-passkeys.js'
import { nameTokens } from './name-tokens.js'
import { noteChanges } from './note-changes.js'
import { knownOrigins, passkeys } from './passkeys.js'
import { discoveredProviders, knownProviders } from './providers.js'
import { requireSigningKey } from './require-signing-key.js'
import { secondFactor } from './second-factor.js'
import { sessionsById } from './sessions-by-id.js'
import { handOutAccessToken, jwtOptions } from './sign-access-tokens.js'
import { tables } from './tables.js'
import { takeCodesOnce } from './take-codes-once.js'
import { voidOldChanges } from './void-old-changes.js'

/** The header in which the handler passes on the caller's address, as the platform saw it. */
export const clientAddressHeader = 'x-calistheniq-client-address'

export type AccountSettings = Pick<Config, 'auth'> &
  Partial<Pick<Config, 'accounts'>> & { readonly http: Pick<Config['http'], 'origins'> }

/** Limits password guesses when an account is erased, as Better Auth itself does at sign-in. */
const customRules = { '/delete-user': { window: 10, max: 3 } }

const account = {
  ...tables.account,
  // the page that began has a secret of its own (hand-over/), because it keeps no cookies of ours
  skipStateCookieCheck: true,
  updateAccountOnSignIn: false,
  // an address alone joins nobody to an account, verified or not: whoever made it may not be who comes now
  accountLinking: { allowDifferentEmails: true, disableImplicitLinking: true },
} satisfies BetterAuthOptions['account']

const advanced = {
  // a test compares the schema; looking it up would cost every cold start several round trips
  database: { generateId: 'uuid', validateSchema: false },
  backgroundTasks: { handler: later },
  disableOriginCheck: false,
  ipAddress: { ipAddressHeaders: [clientAddressHeader] },
} satisfies BetterAuthOptions['advanced']

/**
 * Better Auth on our tables: email and password, sessions, and short-lived access tokens. Hashing
 * and session rules are its own.
 */
export function accountService(pool: AccountPool, settings: AccountSettings, parts: AccountParts = {}) {
  return betterAuth(serviceOptions(pool, settings, parts))
}

export type AccountService = ReturnType<typeof accountService>

/** The options of Better Auth; a test compares them with the migrated schema. */
export function serviceOptions(pool: AccountPool, { auth, accounts, http }: AccountSettings, parts: AccountParts = {}) {
  const { trail, mail, asksProviders = false } = parts
  const asked = asksProviders ? auth.providers : []
  const mails = accountMails(mail)
  const changes = noteChanges(trail, mails)
  const tokens = jwtOptions(auth.baseUrl)
  return {
    database: pool,
    secret: auth.secret,
    baseURL: auth.baseUrl,
    basePath: '/api/v1/auth',
    trustedOrigins: originPatterns(http.origins),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      requireEmailVerification: accounts?.requireVerifiedEmail ?? false,
      // whoever resets a password has lost it, or has an intruder
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: changes.onPasswordReset,
      ...mails.emailAndPassword,
    },
    emailVerification: mails.emailVerification,
    user: { ...tables.user, deleteUser: { enabled: true }, changeEmail: mails.changeEmail },
    session: tables.session,
    account,
    verification: { ...tables.verification, storeIdentifier: 'hashed' },
    socialProviders: knownProviders(asked),
    rateLimit: { enabled: true, storage: 'database', ...tables.rateLimit, customRules },
    plugins: [
      bearer(),
      jwt(tokens),
      limitAttempts(attemptRules),
      secondFactor(),
      takeCodesOnce(),
      passkeys(auth.baseUrl),
      knownOrigins(),
      limitPasskeys(),
      ...discoveredProviders(asked),
      handOver(auth.providers),
      hashSessionTokens(),
      requireSigningKey(auth.secret, tokens),
      noteBeginnings(trail),
      sessionsById(trail),
      mails.plugin,
      nameTokens(),
      changes.plugin,
      voidOldChanges(),
    ],
    hooks: { after: handOutAccessToken(tokens) },
    databaseHooks: { user: userHooks, account: accountHooks, ...(trail ? { session: noteEndings(trail) } : {}) },
    logger: { disabled: true },
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    advanced,
  } satisfies BetterAuthOptions
}
