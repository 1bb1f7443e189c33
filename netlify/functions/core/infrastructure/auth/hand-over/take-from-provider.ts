import { APIError, createAuthEndpoint } from 'better-auth/api'
import { generateRandomString } from 'better-auth/crypto'
import * as z from 'zod'
import { findFlow, type Handed } from './flow.js'

/** Milliseconds within which the page asks for what the provider has said. */
const handedMs = 5 * 60_000

const Said = z.object({
  state: z.string().optional(),
  code: z.string().optional(),
  error: z.string().optional(),
  iss: z.string().optional(),
  user: z.string().optional(),
})

/** The path to which a provider sends a browser back. */
export const handOverPath = '/hand-over/:id'

/**
 * Takes what a provider says, keeps it, and sends the browser on to the page that began, with a code that
 * is good once and for that page alone. Nobody is signed in yet, and nothing is linked.
 *
 * Refuses with STATE_UNKNOWN what was not begun here, or with another provider: nobody knows whom to
 * send it to.
 */
export const takeFromProvider = createAuthEndpoint(handOverPath, { method: 'GET', query: Said }, async (context) => {
  const { state, code, error, iss, user } = context.query
  const provider = z.string().parse(context.params.id)
  const flow = state === undefined ? null : await findFlow(context, state)
  if (state === undefined || flow?.provider !== provider) {
    throw new APIError('BAD_REQUEST', { code: 'STATE_UNKNOWN', message: 'Nothing was begun with this state' })
  }
  const said: Handed | null = code === undefined || error ? null : { provider, state, code, iss, user }
  throw context.redirect(
    said
      ? withParameter(flow.callbackURL, 'code', await keep(context, said))
      : withParameter(flow.errorURL ?? flow.callbackURL, 'error', error ?? 'no_code'),
  )
})

type Kept = { readonly context: { readonly internalAdapter: VerificationStore } }
type VerificationStore = {
  createVerificationValue(row: { identifier: string; value: string; expiresAt: Date }): Promise<unknown>
}

async function keep({ context }: Kept, said: Handed): Promise<string> {
  const code = generateRandomString(32)
  const expiresAt = new Date(Date.now() + handedMs)
  await context.internalAdapter.createVerificationValue({
    identifier: handedIdentifier(code),
    value: JSON.stringify(said),
    expiresAt,
  })
  return code
}

/** Under which what a provider has said is kept. */
export const handedIdentifier = (code: string) => `hand-over:${code}`

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address)
  url.searchParams.set(name, value)
  return url.href
}
