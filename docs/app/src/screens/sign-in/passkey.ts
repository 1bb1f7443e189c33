import { html, nothing, type TemplateResult } from 'lit-html'
import { form, formFault } from '../../ui/form.js'
import { door, enter } from './door.js'

const showing = form('by-passkey')

/** Whether this browser can make and show passkeys. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Signs in without anything typed, where the browser can. */
export function passkeyButton(): TemplateResult | typeof nothing {
  if (!knowsPasskeys()) return nothing
  return html`
    <p><button class="button wide" @click=${showing.press(signInByPasskey)}>Sign in with a passkey</button></p>
    ${formFault(showing)}`
}

async function signInByPasskey(): Promise<void> {
  const { challenge, options } = await door.accounts.beginPasskeySignIn()
  // the API gives what browsers read, with members that newer ones know
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const response = shown.toJSON() as Shown
  await enter(await door.accounts.signInByPasskey({ body: { challenge, response } }))
}

type Shown = Parameters<typeof door.accounts.signInByPasskey>[0]['body']['response']
