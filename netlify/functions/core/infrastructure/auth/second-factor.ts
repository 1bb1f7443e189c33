import { twoFactor } from 'better-auth/plugins/two-factor'
import { secondFactorSeconds } from './challenge-times.js'
import { tables } from './tables.js'

/**
 * Lets athletes ask for a code of an authenticator app (RFC 6238) after their password, and gives them
 * ten backup codes. Secrets and backup codes are stored encrypted. Passkeys and providers are asked
 * for no code: they have their own second factor.
 */
export const secondFactor = () =>
  twoFactor({
    issuer: 'CalisthenIQ',
    twoFactorCookieMaxAge: secondFactorSeconds,
    // guesses are counted by account before they are made (attempt-rules.ts)
    accountLockout: { enabled: false },
    schema: {
      user: { fields: { twoFactorEnabled: tables.twoFactorEnabled } },
      twoFactor: tables.twoFactor,
    },
  })
