import { html, type TemplateResult } from 'lit-html'
import { resource } from '../../data/resource.js'
import { linkTo } from '../../shell/route.js'
import { form, formFault } from '../../ui/form.js'
import { timeZoneHere } from '../../ui/time-zones.js'
import { newCodeChallenge } from './code-challenge.js'
import { door } from './door.js'

const leaving = form('by-provider')

/** Who else can say who somebody is: nobody, unless the operator of the API set them up. */
export const providers = resource('providers', async () => (await door.accounts.providers()).providers)

/** A button for each of them. */
export function providerButtons(): TemplateResult {
  return html`
    ${(providers.value() ?? []).map(
      ({ id, name }) =>
        html`<p><button class="button wide" @click=${leaving.press(() => signInWith(id))}>Sign in with ${name}</button></p>`,
    )}
    ${formFault(leaving)}`
}

async function signInWith(provider: string): Promise<void> {
  const callbackURL = `${location.origin}${location.pathname}${linkTo('sign-in', 'returned')}`
  const codeChallenge = await newCodeChallenge()
  const body = { provider, callbackURL, codeChallenge, timeZone: timeZoneHere() }
  location.href = (await door.accounts.beginSignInByProvider({ body })).url
}
