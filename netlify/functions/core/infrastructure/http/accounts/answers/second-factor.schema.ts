import * as z from 'zod'
import { BackupCode, Challenge, SecondFactorMethod } from '#domain/account/second-factor.schema.js'
import { secondFactorSeconds } from '#infrastructure/auth/challenge-times.js'

/** The password was right, and a code is asked for. */
export const SecondFactorNeeded = z
  .strictObject({
    twoFactor: z.strictObject({
      challenge: Challenge,
      methods: z
        .array(SecondFactorMethod)
        .max(2)
        .meta({ description: 'What opens it', example: ['totp', 'backup-code'] }),
      expiresIn: z.int().min(1).max(3_600).meta({ description: 'Seconds until one begins anew', example: 600 }),
    }),
  })
  .meta({ id: 'SecondFactorNeeded' })

export const secondFactorNeeded = (_: unknown, challenge: string): z.output<typeof SecondFactorNeeded> => ({
  twoFactor: { challenge, methods: [...SecondFactorMethod.options], expiresIn: secondFactorSeconds },
})

const BackupCodes = z.array(BackupCode).max(10)

export const TotpSetUp = z
  .strictObject({
    method: z.literal('totp'),
    totpURI: z.string().max(1_000).meta({
      description: 'For the QR code that an authenticator app scans; its `secret` can be typed instead',
      example: 'otpauth://totp/CalisthenIQ:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=CalisthenIQ',
      maxLength: 1_000,
    }),
    backupCodes: BackupCodes.meta({ description: 'For whoever loses the app. They are shown once' }),
  })
  .meta({ id: 'TotpSetUp' })

export const NewBackupCodes = z
  .strictObject({ status: z.boolean(), backupCodes: BackupCodes })
  .meta({ id: 'NewBackupCodes' })
