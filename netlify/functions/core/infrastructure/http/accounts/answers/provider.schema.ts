import * as z from 'zod'
import { ProviderId } from '#domain/account/provider.schema.js'
import { AthleteId, Id } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'

export const Providers = z
  .strictObject({
    providers: z
      .array(z.strictObject({ id: ProviderId, name: z.string().max(100).meta({ example: 'Google', maxLength: 100 }) }))
      .max(20),
  })
  .meta({ id: 'Providers' })

export const AtProvider = z
  .strictObject({
    url: z.string().max(8_192).meta({
      description: 'Where the page sends the browser: `location.href = url`',
      example: 'https://accounts.google.com/o/oauth2/v2/auth?...',
      maxLength: 8_192,
    }),
    redirect: z.boolean().meta({ description: 'Always false', example: false }),
  })
  .meta({ id: 'AtProvider' })

export const LinkedAccount = z
  .strictObject({
    id: Id,
    providerId: z
      .string()
      .max(40)
      .meta({ description: '`credential` is the password', example: 'google', maxLength: 40 }),
    accountId: z.string().max(2_000).meta({ description: "The athlete's id at the provider", maxLength: 2_000 }),
    userId: AthleteId,
    scopes: z.array(z.string().max(500)).max(100),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'LinkedAccount' })

export const LinkedAccounts = z.array(LinkedAccount).max(100).meta({ id: 'LinkedAccounts' })

export const Changed = z.strictObject({ status: z.boolean().meta({ example: true }) }).meta({ id: 'Changed' })
