import { html } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { linkTo } from '../../../shell/route.js'
import { announce } from '../../../ui/announce.js'
import { form, formFault } from '../../../ui/form.js'
import { door } from '../door.js'

const sendingAgain = form('verify-email')
let email = ''

/** Names the address whose mail is waited for. */
export function verificationOf(address: string): void {
  email = address
}

/** Says that the link of a mail comes first. */
export const verifyEmail: Page = {
  title: 'Look into your mail',
  isReady: () => email !== '',
  view: () => html`
    <div class="card" id=${sendingAgain.name}>
      <p>A mail is on its way to <strong>${email}</strong>. Open the link in it, then sign in.</p>
      ${formFault(sendingAgain)}
      <div class="row">
        <a class="button main" href=${linkTo('sign-in')}>Sign in</a>
        <button class="button" @click=${sendingAgain.press(send)}>Send it again</button>
      </div>
    </div>`,
}

async function send(): Promise<void> {
  const callbackURL = `${location.origin}${location.pathname}${linkTo('sign-in')}`
  await door.accounts.sendVerification({ body: { email, callbackURL } })
  announce('Another mail is on its way.')
}
