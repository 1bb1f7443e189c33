import { softwareAuthenticator } from '../software-authenticator.js'
import { testBaseUrl } from '../tokens.js'
import { signedUp, type Walk } from './walk.js'

const { hostname, origin } = new URL(testBaseUrl)

type Ceremony = { readonly challenge: string; readonly options: { readonly challenge: string } }

/** Makes a passkey, signs in by it, names it, and deletes it. */
export const passkeys: Walk = async (ask) => {
  const { token } = await signedUp(ask)
  const authenticator = softwareAuthenticator(hostname)
  const made = (await ask('beginPasskey', { token })) as Ceremony
  const response = authenticator.make({ options: made.options, origin })
  const { id } = await ask('registerPasskey', { body: { challenge: made.challenge, response, name: 'Mine' }, token })
  const shown = (await ask('beginPasskeySignIn')) as Ceremony
  await ask('signInByPasskey', {
    body: { challenge: shown.challenge, response: authenticator.show({ options: shown.options, origin }) },
  })
  await ask('renamePasskey', { body: { id, name: 'My phone' }, token })
  await ask('listPasskeys', { token })
  await ask('deletePasskey', { body: { id }, token })
}
