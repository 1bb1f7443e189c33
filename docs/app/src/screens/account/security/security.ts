import type { Account } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import type { Page } from '../../../shell/pages.js'
import { linkTo } from '../../../shell/route.js'
import { announce } from '../../../ui/announce.js'
import { form, formFault } from '../../../ui/form.js'
import { count } from '../../../ui/format.js'
import { known } from '../../../ui/known.js'
import { backToAccount } from '../back.js'
import { devicesSignedIn, ownPasskeys, signedIn } from '../resources.js'

const verifying = form('verify')

/** The ways in, and who is in. */
export const security: Page = {
  title: 'Signing in',
  needs: [signedIn, ownPasskeys, devicesSignedIn],
  view: () => html`
    ${backToAccount()}
    ${known(signedIn, (who) => (who === null ? html`` : html`${email(who)} ${ways(who)}`))}`,
}

function email({ email: address, emailVerified }: Account): TemplateResult {
  return html`
    <section class="card">
      <h2>Email</h2>
      <p>${address}</p>
      ${
        emailVerified
          ? html`<p class="chip">Verified</p>`
          : html`
              <p class="quiet">Not verified yet. A mail with a link was sent when you signed up.</p>
              <button class="button" @click=${verifying.press(() => sendAgain(address))}>Send it again</button>`
      }
      ${formFault(verifying)}
    </section>`
}

async function sendAgain(address: string): Promise<void> {
  const callbackURL = `${location.origin}${location.pathname}${linkTo('account', 'security')}`
  await ciq.accounts.sendVerification({ body: { email: address, callbackURL } })
  announce('Another mail is on its way.')
}

function ways({ twoFactorEnabled }: Account): TemplateResult {
  const made = ownPasskeys.value()
  const devices = devicesSignedIn.value()
  return html`
    <div class="card"><ul class="plain lines">
      ${line('password', 'Password', 'Change it')}
      ${line('second-factor', 'Second factor', twoFactorEnabled ? 'On' : 'Off')}
      ${line('passkeys', 'Passkeys', made ? count(made.length, 'passkey') : '')}
      ${line('devices', 'Devices', devices ? `${count(devices.length, 'device')} signed in` : '')}
    </ul></div>`
}

function line(name: string, label: string, about: string): TemplateResult {
  return html`<li><a class="line" href=${linkTo('account', name)}><strong>${label}</strong><span class="quiet small">${about}</span></a></li>`
}
