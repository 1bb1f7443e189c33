import type { Operation } from '#orchestration/contract.js'
import { AccountDeleted, CurrentSession, KeySet, SignedIn, SignedOut, SignedUp, Token } from './answers.schema.js'
import { accountRoutes } from './routes.js'

/** An operation that the account service answers itself, so it has no `run` of ours. */
export type DocumentedOperation = Omit<Operation, 'run'> & {
  /** Set when it takes the session token; everything else takes access tokens. */
  readonly takesSessionToken?: boolean
  /** Set when it is repeatable under an idempotency key although nobody is signed in. */
  readonly takesIdempotencyKey?: boolean
}

type Described = Pick<DocumentedOperation, 'summary' | 'output'> &
  Partial<Pick<DocumentedOperation, 'description' | 'refusals' | 'takesSessionToken' | 'takesIdempotencyKey'>>

const bySessionToken =
  'Takes the session token, as `Authorization: Bearer <token>` or as the cookie that signing in sets.'

const described: Readonly<Record<keyof typeof accountRoutes, Described>> = {
  signUp: {
    summary: 'Create an account',
    description:
      'Signs in at once. Limited to three attempts in ten seconds from one address. Under an `Idempotency-Key` a repeat within a day is answered as the first request, with a new session; with another password, name or time zone it is refused.',
    takesIdempotencyKey: true,
    output: SignedUp,
    refusals: ['CONFLICT', 'IDEMPOTENCY_KEY_REUSED', 'RATE_LIMITED'],
  },
  signIn: {
    summary: 'Sign in by email and password',
    description:
      'Limited to three attempts in ten seconds from one address. A repeat opens another session, so it takes no `Idempotency-Key`.',
    output: SignedIn,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
  signOut: {
    summary: 'End the session',
    takesSessionToken: true,
    description: `${bySessionToken} A repeat is answered alike, without an \`Idempotency-Key\`.`,
    output: SignedOut,
  },
  session: {
    summary: 'Show the current session',
    takesSessionToken: true,
    description: `${bySessionToken} Answers null where there is none.`,
    output: CurrentSession,
  },
  token: {
    summary: 'Exchange the session token for an access token',
    takesSessionToken: true,
    description: bySessionToken,
    output: Token,
    refusals: ['UNAUTHENTICATED'],
  },
  keys: {
    summary: 'List the keys that access tokens are verified with',
    description: 'For services of your own that accept access tokens; keys change every 90 days.',
    output: KeySet,
  },
  deleteAccount: {
    summary: 'Delete the account and all that belongs to it',
    takesSessionToken: true,
    description: `${bySessionToken} There is no way back. The session ends with the account, so a repeat is refused with 401; it takes no \`Idempotency-Key\`.`,
    output: AccountDeleted,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
}

/** The operations of the account service, for the OpenAPI document. */
export const documentedAccountOperations: readonly DocumentedOperation[] = Object.entries(accountRoutes).map(
  ([name, { method, path, body }]) => {
    const { refusals = [], ...rest } = described[name as keyof typeof accountRoutes]
    return {
      id: `accounts.${name}`,
      kind: method === 'GET' ? 'query' : 'command',
      http: { method, path, status: 200 },
      access: 'public',
      input: body ? { body } : {},
      refusals,
      ...rest,
    }
  },
)
