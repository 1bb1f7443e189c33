import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { TimeZone } from '#domain/values/time.schema.js'

export const ProviderId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be the id of a provider')
  .meta({ description: 'The id of a provider, from `GET /auth/providers`', example: 'google', maxLength: 40 })

const PageAddress = z.url({ protocol: /^https?$/ }).max(2_000)

/** A page of a client, on an origin that is allowed here. */
const Page = {
  callbackURL: PageAddress.meta({
    description: 'The page to which the browser comes back, with `code` in its query; its origin must be allowed here',
    example: 'https://app.example/signed-in',
    maxLength: 2_000,
  }),
  errorCallbackURL: PageAddress.meta({
    description: 'The page to which it comes back with `error` in its query instead. Default: `callbackURL`',
    example: 'https://app.example/sign-in',
    maxLength: 2_000,
  }).optional(),
  codeChallenge: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'must be a SHA-256 in base64url')
    .meta({
      description:
        'The SHA-256, in base64url, of a random text that the page keeps (RFC 7636, `code_challenge` by `S256`)',
      example: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      maxLength: 43,
      minLength: 43,
    }),
}

export const BeginSignIn = posted({
  provider: ProviderId,
  ...Page,
  timeZone: TimeZone.meta({ description: "A newcomer's time zone, as `Intl.DateTimeFormat` of the browser has it" }),
})

export const BeginLink = posted({ provider: ProviderId, ...Page })

export const FinishAtPage = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32}$/, 'must be the code of the address')
    .meta({
      description: 'The `code` with which the browser came back; it is good once, for five minutes',
      example: 'hUe3cWm0Qy7TzVb2LkRo9XnJd5AsPg8F',
      maxLength: 32,
      minLength: 32,
    }),
  codeVerifier: z
    .string()
    .regex(/^[A-Za-z0-9._~-]{43,128}$/, 'must be 43 to 128 unreserved characters')
    .meta({
      description: 'The text of which `codeChallenge` is the digest',
      example: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      maxLength: 128,
      minLength: 43,
    }),
})

/** What a provider adds to the address at which it sends a browser back; what it adds besides is dropped. */
export const ProviderAnswer = z.object({
  state: z.string().max(200).optional(),
  code: z.string().max(4_096).optional(),
  error: z.string().max(200).optional(),
  iss: z.string().max(2_000).optional(),
  user: z.string().max(2_000).optional(),
})

export const UnlinkAccount = z.strictObject({
  accountId: Id.meta({ description: 'The `id` of one of `GET /auth/list-accounts`' }),
})
