import * as z from 'zod'
import { Nothing } from '#domain/account/credentials.schema.js'
import { Id } from '#domain/values/id.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { CurrentSession, SessionList, SessionsEnded, SignedOut } from '../answers/session.schema.js'

/** What ending a session does not end. */
const endsWhat =
  'No new access token is handed out from then on; one that was handed out before opens the API until it ends, within 15 minutes.'

const ended = `A repeat ends nothing more, and says so. ${endsWhat}`

export const sessionRoutes = {
  signOut: {
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'End the session',
    takesSessionToken: true,
    description: `${bySessionToken} ${endsWhat} A repeat is answered alike, without an \`Idempotency-Key\`.`,
    input: { body: Nothing },
    output: SignedOut,
    refusals: [],
  },
  session: {
    method: 'GET',
    path: '/auth/get-session',
    summary: 'Show the current session',
    takesSessionToken: true,
    description: `${bySessionToken} Answers null where there is none.`,
    input: {},
    output: CurrentSession,
    refusals: [],
  },
  listSessions: {
    method: 'GET',
    path: '/auth/sessions',
    summary: 'List the sessions of the account',
    takesSessionToken: true,
    description: `${bySessionToken} The hundred that were used last, without their tokens.`,
    input: {},
    output: SessionList,
    refusals: ['UNAUTHENTICATED'],
  },
  endSession: {
    method: 'POST',
    path: '/auth/sessions/{sessionId}/end',
    summary: 'End a session of the account',
    takesSessionToken: true,
    description: `${bySessionToken} ${ended}`,
    input: { params: z.strictObject({ sessionId: Id }) },
    output: SessionsEnded,
    refusals: ['UNAUTHENTICATED'],
  },
  endOtherSessions: {
    method: 'POST',
    path: '/auth/sessions/end-others',
    summary: 'End all other sessions of the account',
    takesSessionToken: true,
    description: `${bySessionToken} ${ended}`,
    input: {},
    output: SessionsEnded,
    refusals: ['UNAUTHENTICATED'],
  },
  endAllSessions: {
    method: 'POST',
    path: '/auth/sessions/end-all',
    summary: 'End all sessions of the account, this one too',
    takesSessionToken: true,
    description: `${bySessionToken} ${ended}`,
    input: {},
    output: SessionsEnded,
    refusals: ['UNAUTHENTICATED'],
  },
} as const satisfies Record<string, AccountRoute>
