import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { freeText, omissible } from '#domain/values/text.schema.js'
import { Challenge } from './second-factor.schema.js'

/** The most passkeys that an account may have. */
export const passkeysMax = 20

/** Base64url as WebAuthn writes it, without padding. */
const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/, 'must be base64url without padding')
  .max(65_536)
  .meta({ maxLength: 65_536, example: 'dGhlIGNyZWRlbnRpYWw' })

const name = z.string().max(64).meta({ maxLength: 64, example: 'credProps' })

const AuthenticatorAttachment = z.enum(['platform', 'cross-platform']).meta({
  id: 'AuthenticatorAttachment',
  description: 'Part of the device, or something that goes from one to another (WebAuthn Level 3, 5.4.5)',
  example: 'platform',
})

/** Where the private half of a passkey may be. */
export const PasskeyDeviceType = z.enum(['singleDevice', 'multiDevice']).meta({
  id: 'PasskeyDeviceType',
  description: '`multiDevice` when a passkey may be kept on several devices',
  example: 'multiDevice',
})

const PublicKeyCredential = {
  id: Base64Url.meta({ description: 'The id of the credential' }),
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: AuthenticatorAttachment.nullish(),
  clientExtensionResults: z.record(name, z.union([z.boolean(), z.record(name, z.boolean())])).meta({ example: {} }),
}

const Transports = z.array(z.string().max(20).meta({ example: 'internal', maxLength: 20 })).max(20)

/** `PublicKeyCredential.toJSON()` of `navigator.credentials.create()` (WebAuthn Level 3, 5.1). */
export const RegistrationResponse = z
  .strictObject({
    ...PublicKeyCredential,
    response: z.strictObject({
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      transports: Transports.optional(),
      authenticatorData: Base64Url.optional(),
      publicKey: Base64Url.optional(),
      publicKeyAlgorithm: z.int().min(-65_536).max(0).optional().meta({ example: -7 }),
    }),
  })
  .meta({ id: 'PasskeyRegistration', description: 'What `navigator.credentials.create()` gave, by its `toJSON()`' })

/** `PublicKeyCredential.toJSON()` of `navigator.credentials.get()`. */
export const AuthenticationResponse = z
  .strictObject({
    ...PublicKeyCredential,
    response: z.strictObject({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.nullish(),
    }),
  })
  .meta({ id: 'PasskeyAssertion', description: 'What `navigator.credentials.get()` gave, by its `toJSON()`' })

const PasskeyName = freeText(100).meta({ description: 'How the athlete tells it from others', example: 'My phone' })

export const RegisterPasskey = posted({
  challenge: Challenge,
  response: RegistrationResponse,
  name: omissible(PasskeyName),
})

export const SignInByPasskey = z.strictObject({ challenge: Challenge, response: AuthenticationResponse })

export const RenamePasskey = z.strictObject({ id: Id, name: PasskeyName })

export const DeletePasskey = z.strictObject({ id: Id })
