import { DeletePasskey, RegisterPasskey, RenamePasskey, SignInByPasskey } from '#domain/account/passkey.schema.js'
import { type AccountRoute, bySessionToken, ofLately } from '../account-route.js'
import {
  Passkey,
  Passkeys,
  PasskeyToMake,
  PasskeyToShow,
  passkeyToMake,
  passkeyToShow,
  RenamedPasskey,
} from '../answers/passkey.schema.js'
import { Changed } from '../answers/provider.schema.js'
import { SessionOpened } from '../answers/signed-in.schema.js'
import { ofPasskeyItself } from '../meanings/passkeys.js'

export const passkeyRoutes = {
  beginPasskey: {
    method: 'GET',
    path: '/auth/passkey/generate-register-options',
    summary: 'Begin to make a passkey',
    takesSessionToken: true,
    freshSignIn: true,
    description: `${ofLately} Passkeys are bound to the host of this API: a page can use them when its host is the same, or lies below it.`,
    givesChallenge: { name: 'better-auth-passkey', answer: passkeyToMake, status: 200 },
    input: {},
    output: PasskeyToMake,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'CONFLICT', 'RATE_LIMITED'],
  },
  registerPasskey: {
    method: 'POST',
    path: '/auth/passkey/verify-registration',
    summary: 'Keep a passkey that a browser has made',
    takesSessionToken: true,
    freshSignIn: true,
    description: ofLately,
    takesChallenge: 'better-auth-passkey',
    input: { body: RegisterPasskey },
    output: Passkey,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'CONFLICT', 'ORIGIN_NOT_ALLOWED', 'RATE_LIMITED'],
  },
  beginPasskeySignIn: {
    method: 'GET',
    path: '/auth/passkey/generate-authenticate-options',
    summary: 'Begin to sign in by a passkey',
    description: 'The browser offers the passkeys of this host, so nobody types an email address.',
    givesChallenge: { name: 'better-auth-passkey', answer: passkeyToShow, status: 200 },
    input: {},
    output: PasskeyToShow,
    refusals: ['RATE_LIMITED'],
  },
  signInByPasskey: {
    method: 'POST',
    path: '/auth/passkey/verify-authentication',
    summary: 'Sign in by a passkey',
    description:
      'The authenticator must have asked for its owner, by a PIN or a finger. A challenge takes one attempt.',
    takesChallenge: 'better-auth-passkey',
    input: { body: SignInByPasskey },
    output: SessionOpened,
    refusals: ['UNAUTHENTICATED', 'ORIGIN_NOT_ALLOWED', 'RATE_LIMITED'],
  },
  listPasskeys: {
    method: 'GET',
    path: '/auth/passkey/list-user-passkeys',
    summary: 'List the passkeys of the account',
    takesSessionToken: true,
    description: bySessionToken,
    input: {},
    output: Passkeys,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
  renamePasskey: {
    method: 'POST',
    path: '/auth/passkey/update-passkey',
    summary: 'Name a passkey',
    takesSessionToken: true,
    description: bySessionToken,
    meanings: ofPasskeyItself,
    input: { body: RenamePasskey },
    output: RenamedPasskey,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
  deletePasskey: {
    method: 'POST',
    path: '/auth/passkey/delete-passkey',
    summary: 'Delete a passkey',
    takesSessionToken: true,
    description: `${bySessionToken} It opens nothing from then on; the device keeps offering it until it is deleted there too.`,
    meanings: ofPasskeyItself,
    input: { body: DeletePasskey },
    output: Changed,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
