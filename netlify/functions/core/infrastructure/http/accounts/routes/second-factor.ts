import { ByPassword, ConfirmTotp, SignInByBackupCode, SignInByTotp } from '#domain/account/second-factor.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { NewBackupCodes, TotpSetUp } from '../answers/second-factor.schema.js'
import { SessionOpened } from '../answers/signed-in.schema.js'

const finishes =
  'Finishes a sign-in by password that was answered with 202. A challenge takes five attempts, and an account ten in a quarter of an hour.'

const renews = 'Opens another session in the place of this one.'

export const secondFactorRoutes = {
  setUpTotp: {
    method: 'POST',
    path: '/auth/two-factor/enable',
    summary: 'Set up codes of an authenticator app as a second factor',
    takesSessionToken: true,
    description: `${bySessionToken} It is on from the first code that \`POST /auth/two-factor/confirm-totp\` takes. Asked again before that, everything is new. A code is asked for after the password, not after a passkey or a provider. For accounts that have a password.`,
    input: { body: ByPassword },
    output: TotpSetUp,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  confirmTotp: {
    method: 'POST',
    path: '/auth/two-factor/confirm-totp',
    at: '/auth/two-factor/verify-totp',
    summary: 'Turn the second factor on by a first code',
    takesSessionToken: true,
    description: `${bySessionToken} ${renews}`,
    input: { body: ConfirmTotp },
    output: SessionOpened,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  verifyTotp: {
    method: 'POST',
    path: '/auth/two-factor/verify-totp',
    summary: 'Finish signing in by a code of the authenticator app',
    description: `${finishes} Each code opens once.`,
    takesChallenge: 'two_factor',
    input: { body: SignInByTotp },
    output: SessionOpened,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  verifyBackupCode: {
    method: 'POST',
    path: '/auth/two-factor/verify-backup-code',
    summary: 'Finish signing in by a backup code',
    description: `${finishes} Each backup code opens once.`,
    takesChallenge: 'two_factor',
    input: { body: SignInByBackupCode },
    output: SessionOpened,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  newBackupCodes: {
    method: 'POST',
    path: '/auth/two-factor/generate-backup-codes',
    summary: 'Make new backup codes',
    takesSessionToken: true,
    description: `${bySessionToken} The old ones open nothing any more.`,
    input: { body: ByPassword },
    output: NewBackupCodes,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  disableTwoFactor: {
    method: 'POST',
    path: '/auth/two-factor/disable',
    summary: 'Turn the second factor off',
    takesSessionToken: true,
    description: `${bySessionToken} The secret and the backup codes are deleted. ${renews}`,
    input: { body: ByPassword },
    output: SessionOpened,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
