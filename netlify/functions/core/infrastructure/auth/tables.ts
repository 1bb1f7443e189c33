import { TimeZone } from '#domain/values/time.schema.js'

const created = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** A column that only this service fills and reads; no answer shows it. */
const ofOurs = (fieldName: string) =>
  ({ type: 'string', fieldName, required: false, input: false, returned: false }) as const

/**
 * Maps the account service's models to our `users` and to its own tables, with the column names
 * that SQL uses.
 */
export const tables = {
  user: {
    modelName: 'users',
    fields: { emailVerified: 'email_verified', ...created },
    additionalFields: {
      timeZone: {
        type: 'string',
        fieldName: 'time_zone',
        required: false,
        defaultValue: 'UTC',
        validator: { input: TimeZone },
      },
    },
  },
  session: {
    modelName: 'auth_sessions',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...created,
    },
  },
  account: {
    modelName: 'auth_accounts',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...created,
    },
    additionalFields: { signUpKey: ofOurs('sign_up_key'), signUpBody: ofOurs('sign_up_body') },
  },
  verification: { modelName: 'auth_verifications', fields: { expiresAt: 'expires_at', ...created } },
  rateLimit: { modelName: 'auth_rate_limits', fields: { lastRequest: 'last_request' } },
  jwks: {
    modelName: 'auth_jwks',
    fields: {
      publicKey: 'public_key',
      privateKey: 'private_key',
      createdAt: 'created_at',
      expiresAt: 'expires_at',
    },
  },
  /** Of `user`: says whether a code is asked for after the password. */
  twoFactorEnabled: 'two_factor_enabled',
  twoFactor: {
    modelName: 'auth_two_factors',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
  /** Of `twoFactor`: the time step of the last code that was taken. */
  lastUsedStep: { ...ofOurs('last_used_step'), type: 'number', defaultValue: 0 },
  passkey: {
    modelName: 'auth_passkeys',
    fields: {
      userId: 'user_id',
      publicKey: 'public_key',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
  /** Of `jwks`: says which secret opened the key. */
  secretMark: ofOurs('secret_mark'),
} as const
