import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll } from 'vitest'

/** Somebody as the provider knows them. */
export type Known = {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
}

export type OidcProvider = {
  /** What `AUTH_PROVIDERS` says of it. */
  readonly setting: {
    readonly id: string
    readonly name: string
    readonly discoveryUrl: string
    readonly clientId: string
    readonly clientSecret: string
  }
  /** Whom the provider signs in from now on, without a page of its own; null when everybody declines. */
  readonly signIn: (known: Known | null) => void
}

const client = { clientId: 'calistheniq', clientSecret: 'a secret of the client' }

/**
 * Runs a certified OpenID Connect provider on a free port of this machine until the test file ends. It
 * sends browsers back to `origin`, and asks for PKCE.
 */
export async function startOidcProvider(origin: string, id = 'my-club'): Promise<OidcProvider> {
  let current: Known | null = null
  const known = new Map<string, Known>()
  let handle = (_: IncomingMessage, outgoing: ServerResponse): void => void outgoing.end()
  const server = createServer((incoming, outgoing) => handle(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${origin}/api/v1/auth/callback/${id}`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of a test'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...known.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const serve = provider.callback()
  handle = (incoming, outgoing) => {
    if (!incoming.url?.startsWith('/interaction/')) return void serve(incoming, outgoing)
    if (current) known.set(current.sub, current)
    const result = current ? { login: { accountId: current.sub, remember: false } } : { error: 'access_denied' }
    provider
      .interactionFinished(incoming, outgoing, result, { mergeWithLastSubmission: false })
      .catch(() => outgoing.destroy())
  }
  afterAll(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`
  return {
    setting: { id, name: 'My Club', discoveryUrl, ...client },
    signIn: (one) => {
      current = one
    },
  }
}

/** Follows a browser's way through the provider, with its cookies; the address to which it is sent back. */
export async function throughProvider(url: string, origin: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(url)
  while (next.origin !== new URL(origin).origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next)
  }
  return next
}
