import type { Database } from '#database/connection.js'
import { boundTo } from '#database/unit-of-work.js'
import type { Config } from '#infrastructure/config/config.js'
import { listSigningKeys } from '#queries/auth-public-keys.js'
import { findTimeZone } from '#queries/time-zones.js'
import { builtInIssuer, keyGraceSeconds } from './access-token.js'
import { type Authenticate, authenticator } from './authenticate.js'
import { authenticateKey } from './authenticate-key.js'
import { builtInKeys } from './built-in-keys.js'

type Settings = Pick<Config, 'auth'> & { readonly http: Pick<Config['http'], 'deadlineMs'> }

/**
 * Makes the authenticator of this deployment: its own issuer, whose keys are in the database, and
 * the configured ones.
 */
export function deploymentAuthenticator({ auth, http }: Settings, database: Database): Authenticate {
  // requests share the keys that one of them loads, so this time limit belongs to none of them
  const limits = { remainingMs: () => http.deadlineMs }
  const asVisitor = boundTo(database, { kind: 'visitor' }, limits)
  return authenticator({
    builtIn: builtInIssuer(auth.baseUrl),
    keys: builtInKeys(() => asVisitor.query(listSigningKeys({ graceSeconds: keyGraceSeconds }))),
    issuers: auth.issuers,
    byKey: (key, asked) => authenticateKey(key, asVisitor, asked),
    athleteExists: async (userId) => {
      const asAthlete = boundTo(database, { kind: 'athlete', userId }, limits)
      return (await asAthlete.query(findTimeZone({ userId }))) !== null
    },
  })
}
