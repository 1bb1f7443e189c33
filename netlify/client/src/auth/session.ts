import { isProblem } from '../problem.js'
import type { AskAccounts, Auth } from './auth.js'
import { type TokenStore, type Tokens, textIn, tokensIn } from './tokens.js'

/** An access token is exchanged this long before it ends. */
const marginMs = 30_000

/** Operations after which the session is over. */
const ends: ReadonlySet<string> = new Set(['accounts.signOut', 'accounts.endAllSessions', 'accounts.deleteAccount'])

export type SessionOptions = {
  readonly store?: TokenStore
  /** Is called when somebody signed in (true), and when nobody is any more (false): the session ended or was ended. */
  readonly onChange?: (isSignedIn: boolean) => void
}

export type SessionAuth = Auth & {
  /** Tells whether somebody is signed in on this device. */
  isSignedIn(): Promise<boolean>
  /** Forgets the tokens on this device. `accounts.signOut` ends the session itself. */
  forget(): Promise<void>
}

/**
 * Keeps a person signed in: it takes the tokens of signing up and in, and exchanges the session
 * token for a new access token before the old one ends, once for all requests that wait for it.
 */
export function session({ store, onChange }: SessionOptions = {}): SessionAuth {
  let tokens: Promise<Tokens | null> | undefined
  let exchange: Promise<Tokens | null> | undefined

  const load = () => {
    tokens ??= Promise.resolve(store?.load() ?? null)
    return tokens
  }
  const set = async (next: Tokens | null) => {
    const before = await load()
    tokens = Promise.resolve(next)
    await store?.save(next)
    if ((before === null) !== (next === null)) onChange?.(next !== null)
    return next
  }
  const renew = (held: Tokens, ask: AskAccounts) => {
    exchange ??= exchanged(held, ask)
      .then(set)
      .finally(() => {
        exchange = undefined
      })
    return exchange
  }

  return {
    bearer: async (kind, ask) => {
      const held = await load()
      if (held === null || kind === 'session') return held?.sessionToken ?? null
      const isFresh = held.accessToken !== null && Date.now() < held.accessTokenEndsAt - marginMs
      return (isFresh ? held : await renew(held, ask))?.accessToken ?? null
    },
    refused: async (token, ask) => {
      const held = await load()
      if (held === null || token === held.sessionToken) return false
      // another request may have exchanged it in the meantime
      if (token !== held.accessToken) return true
      return (await renew(held, ask)) !== null
    },
    adopt: async (operation, output) => {
      const found = ends.has(operation) ? null : tokensIn(output, Date.now())
      if (found !== null || ends.has(operation)) await set(found)
    },
    isSignedIn: async () => (await load()) !== null,
    forget: async () => {
      await set(null)
    },
  }
}

/** Exchanges the session token; null when the session is over. */
async function exchanged({ sessionToken }: Tokens, ask: AskAccounts): Promise<Tokens | null> {
  try {
    const output = await ask({ method: 'GET', path: '/auth/token', bearer: sessionToken })
    const accessToken = textIn(output, 'accessToken')
    const seconds = Number((output as Record<string, unknown>).expiresIn ?? 0)
    return { sessionToken, accessToken, accessTokenEndsAt: Date.now() + seconds * 1000 }
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null
    throw error
  }
}
