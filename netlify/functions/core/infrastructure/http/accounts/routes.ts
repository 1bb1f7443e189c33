import type { AccountRoute } from './account-route.js'
import { deletionRoutes } from './routes/deletion.js'
import { emailAndPasswordRoutes } from './routes/email-and-password.js'
import { emailChangeRoutes } from './routes/email-change.js'
import { emailVerificationRoutes } from './routes/email-verification.js'
import { passkeyRoutes } from './routes/passkeys.js'
import { passwordRoutes } from './routes/passwords.js'
import { providerRoutes } from './routes/providers.js'
import { secondFactorRoutes } from './routes/second-factor.js'
import { sessionRoutes } from './routes/sessions.js'
import { tokenRoutes } from './routes/tokens.js'

/** Every route of the account service, by group; the documentation keeps this order. */
export const accountRoutes = {
  ...emailAndPasswordRoutes,
  ...emailVerificationRoutes,
  ...emailChangeRoutes,
  ...passwordRoutes,
  ...sessionRoutes,
  ...tokenRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...deletionRoutes,
} as const satisfies Record<string, AccountRoute>

export type AccountRouteName = keyof typeof accountRoutes
