import * as z from 'zod'
import {
  BeginLink,
  BeginSignIn,
  FinishAtPage,
  ProviderAnswer,
  ProviderId,
  UnlinkAccount,
} from '#domain/account/provider.schema.js'
import { type AccountRoute, bySessionToken, ofLately } from '../account-route.js'
import { AtProvider, Changed, LinkedAccounts, Providers } from '../answers/provider.schema.js'
import { SessionOpened } from '../answers/signed-in.schema.js'

const Begun = BeginLink.safeExtend({ timeZone: BeginSignIn.shape.timeZone.optional() })

/** The page's secret and the newcomer's time zone go along with the state that the service keeps. */
function withState(body: unknown): unknown {
  const { codeChallenge, timeZone, ...rest } = Begun.parse(body)
  return { ...rest, disableRedirect: true, additionalData: { provider: rest.provider, codeChallenge, timeZone } }
}

export const providerRoutes = {
  providers: {
    method: 'GET',
    path: '/auth/providers',
    summary: 'List with whom one may sign in',
    description: 'For the buttons of a page: what `AUTH_PROVIDERS` configures.',
    input: {},
    output: Providers,
    refusals: ['RATE_LIMITED'],
  },
  beginSignInByProvider: {
    method: 'POST',
    path: '/auth/sign-in/social',
    summary: 'Begin to sign in with a provider',
    description:
      'The page keeps a random text, and sends the browser to `url`. It comes back to `callbackURL` with a `code`, which `POST /auth/sign-in/social/finish` takes together with that text. An account is made for newcomers. Limited to three attempts in ten seconds from one address.',
    asksProviders: true,
    sends: withState,
    input: { body: BeginSignIn },
    output: AtProvider,
    refusals: ['RATE_LIMITED'],
  },
  comeBackFromProvider: {
    method: 'GET',
    path: '/auth/callback/{provider}',
    at: '/auth/hand-over/{provider}',
    summary: 'Come back from a provider',
    description:
      'Where providers send browsers; no client calls it. Nobody is signed in by it. A provider may also post a form here.',
    redirects: 'To the page that began, with a `code` or an `error` in its query',
    input: { params: z.strictObject({ provider: ProviderId }), query: ProviderAnswer },
    output: null,
    refusals: ['RATE_LIMITED'],
  },
  finishSignInByProvider: {
    method: 'POST',
    path: '/auth/sign-in/social/finish',
    summary: 'Finish signing in with a provider',
    description:
      'Refused with 409 and `ACCOUNT_NOT_LINKED` where there is an account with this email address that the provider is not linked to: sign in there as before, and link it.',
    asksProviders: true,
    input: { body: FinishAtPage },
    output: SessionOpened,
    refusals: ['CONFLICT', 'RATE_LIMITED'],
  },
  beginLink: {
    method: 'POST',
    path: '/auth/link-social',
    summary: 'Begin to link an account at a provider',
    takesSessionToken: true,
    freshSignIn: true,
    description: `${ofLately} Goes on as signing in does; \`POST /auth/link-social/finish\` finishes it.`,
    asksProviders: true,
    sends: withState,
    input: { body: BeginLink },
    output: AtProvider,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'RATE_LIMITED'],
  },
  finishLink: {
    method: 'POST',
    path: '/auth/link-social/finish',
    summary: 'Finish linking an account at a provider',
    takesSessionToken: true,
    description: `${bySessionToken} It must be the session of whoever began. The address at the provider may be another one, if the provider has verified it.`,
    asksProviders: true,
    input: { body: FinishAtPage },
    output: Changed,
    refusals: ['UNAUTHENTICATED', 'CONFLICT', 'RATE_LIMITED'],
  },
  listAccounts: {
    method: 'GET',
    path: '/auth/list-accounts',
    summary: 'List what the account is linked to',
    takesSessionToken: true,
    description: `${bySessionToken} The password is one of them, as \`credential\`.`,
    input: {},
    output: LinkedAccounts,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
  unlinkAccount: {
    method: 'POST',
    path: '/auth/unlink-account',
    summary: 'Unlink an account at a provider, or the password',
    takesSessionToken: true,
    freshSignIn: true,
    description: `${ofLately} The last one stays, also when there are passkeys.`,
    input: { body: UnlinkAccount },
    output: Changed,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'CONFLICT', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
