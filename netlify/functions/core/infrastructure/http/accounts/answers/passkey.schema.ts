import * as z from 'zod'
import { PasskeyDeviceType } from '#domain/account/passkey.schema.js'
import { Challenge } from '#domain/account/second-factor.schema.js'
import { AthleteId, Id } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { ceremonySeconds } from '#infrastructure/auth/challenge-times.js'

const text = (max: number) => z.string().max(max).meta({ maxLength: max })

/** A passkey of the athlete; its private half never leaves their device. */
export const Passkey = z
  .strictObject({
    id: Id,
    userId: AthleteId,
    name: text(100).nullable().meta({ example: 'My phone' }),
    publicKey: text(8_192),
    credentialID: text(2_048),
    counter: z.int().min(0).max(4_294_967_295),
    deviceType: PasskeyDeviceType,
    backedUp: z.boolean(),
    transports: text(200).nullable().meta({ example: 'internal,hybrid' }),
    aaguid: text(36).nullable().meta({ description: 'The model of the authenticator, where it tells' }),
    createdAt: Instant,
  })
  .meta({ id: 'Passkey' })

export const Passkeys = z.array(Passkey).max(1_000).meta({ id: 'Passkeys' })

export const RenamedPasskey = z.strictObject({ passkey: Passkey }).meta({ id: 'RenamedPasskey' })

/** What a browser is asked with: options of WebAuthn, and the challenge that comes back with the answer. */
const ceremony = <Options extends z.ZodType>(options: Options) => ({
  challenge: Challenge,
  expiresIn: z.int().min(1).max(3_600).meta({ description: 'Seconds within which to answer', example: 300 }),
  options,
})

const word = z.string().max(40).meta({ maxLength: 40, example: 'required' })
const credentials = z
  .array(z.strictObject({ id: text(2_048), type: word, transports: z.array(word).max(20).optional() }))
  .max(1_000)
const asked = {
  challenge: text(200).meta({ example: 'q0ZtbW9uIHNlbnNlIGlzIG5vdCBjb21tb24' }),
  timeout: z.int().min(0).max(600_000).optional().meta({ description: 'Milliseconds', example: 60_000 }),
  extensions: z
    .record(text(64), z.boolean())
    .optional()
    .meta({ example: { credProps: true } }),
}

export const PasskeyToMake = z
  .strictObject(
    ceremony(
      z
        .strictObject({
          ...asked,
          rp: z.strictObject({ id: text(253), name: text(100) }),
          user: z.strictObject({ id: text(100), name: text(254), displayName: text(254) }),
          pubKeyCredParams: z.array(z.strictObject({ alg: z.int().min(-65_536).max(0), type: word })).max(20),
          attestation: word,
          excludeCredentials: credentials,
          authenticatorSelection: z.strictObject({
            residentKey: word,
            userVerification: word,
            requireResidentKey: z.boolean().optional(),
          }),
          hints: z.array(word).max(10).optional(),
        })
        .meta({ description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON()`' }),
    ),
  )
  .meta({ id: 'PasskeyToMake' })

export const PasskeyToShow = z
  .strictObject(
    ceremony(
      z
        .strictObject({
          ...asked,
          rpId: text(253).meta({ example: 'localhost' }),
          userVerification: word,
          allowCredentials: credentials.optional(),
        })
        .meta({ description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON()`' }),
    ),
  )
  .meta({ id: 'PasskeyToShow' })

export const passkeyToMake = (options: unknown, challenge: string) => ({
  challenge,
  expiresIn: ceremonySeconds,
  options,
})

/** The service leaves it open whether the owner is asked; a passkey alone counts for two factors only then. */
export const passkeyToShow = (options: unknown, challenge: string) => ({
  challenge,
  expiresIn: ceremonySeconds,
  options: { ...z.record(z.string(), z.unknown()).parse(options), userVerification: 'required' },
})
