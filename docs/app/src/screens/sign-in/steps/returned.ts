import { html } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { linkTo } from '../../../shell/route.js'
import { form, formFault } from '../../../ui/form.js'
import { takeCodeVerifier } from '../code-challenge.js'
import { door, enter } from '../door.js'

const finishing = form('returned')
let hasBegun = false

/** Finishes signing in with a provider: the browser is back from there, with a code or an error. */
export const returned: Page = {
  title: 'Sign in',
  view: () => {
    begin()
    return html`
      ${finishing.isSending() ? html`<p>You are being signed in…</p>` : formFault(finishing)}
      <p><a href=${linkTo('sign-in')}>Sign in in another way</a></p>`
  },
}

function begin(): void {
  if (hasBegun) return
  hasBegun = true
  queueMicrotask(finishing.press(finish))
}

async function finish(): Promise<void> {
  const code = new URLSearchParams(location.search).get('code') ?? ''
  history.replaceState(null, '', location.pathname + location.hash)
  const body = { code, codeVerifier: takeCodeVerifier() ?? '' }
  await enter(await door.accounts.finishSignInByProvider({ body }))
}
