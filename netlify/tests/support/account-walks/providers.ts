import { createHash, randomBytes } from 'node:crypto'
import { type OidcProvider, throughProvider } from '../oidc-provider.js'
import { testBaseUrl } from '../tokens.js'
import { type Ask, signedUp, type Walk } from './walk.js'

const page = `${new URL(testBaseUrl).origin}/signed-in`

/** A secret of a page, and its digest. */
export function pageSecret() {
  const codeVerifier = randomBytes(32).toString('base64url')
  return { codeVerifier, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') }
}

/** Signs in with a provider; links another account there, lists what is linked, and unlinks it. */
export const providersOf =
  (provider: OidcProvider): Walk =>
  async (ask) => {
    await ask('providers')
    provider.signIn({ sub: 'grace', email: 'grace@example.com', email_verified: true, name: 'Grace' })
    const begun = pageSecret()
    const way = { provider: provider.setting.id, callbackURL: page }
    const { codeChallenge, codeVerifier } = begun
    const { url } = await ask('beginSignInByProvider', { body: { ...way, codeChallenge, timeZone: 'Asia/Tokyo' } })
    await ask('finishSignInByProvider', { body: { code: await codeFrom(ask, provider, url), codeVerifier } })
    const { token } = await signedUp(ask)
    provider.signIn({ sub: 'ada', email: 'ada@club.example', email_verified: true, name: 'Ada' })
    const link = await ask('beginLink', { body: { ...way, codeChallenge }, token })
    await ask('finishLink', { body: { code: await codeFrom(ask, provider, link.url), codeVerifier }, token })
    const { items } = await ask('listAccounts', { token })
    const linked = (items as { id: string; providerId: string }[]).find(
      ({ providerId }) => providerId === provider.setting.id,
    )
    await ask('unlinkAccount', { body: { accountId: linked?.id }, token })
  }

async function codeFrom(ask: Ask, { setting }: OidcProvider, url: unknown): Promise<string | null> {
  const back = await throughProvider(String(url), testBaseUrl)
  const query = Object.fromEntries(back.searchParams)
  const { to } = await ask('comeBackFromProvider', { params: { provider: setting.id }, query })
  return new URL(String(to)).searchParams.get('code')
}
