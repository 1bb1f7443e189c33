import type { ListedSession } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import type { Page } from '../../../shell/pages.js'
import { announce } from '../../../ui/announce.js'
import { form, formFault } from '../../../ui/form.js'
import { shortDay } from '../../../ui/format.js'
import { known } from '../../../ui/known.js'
import { backToSecurity } from '../back.js'
import { devicesSignedIn } from '../resources.js'
import { deviceOf } from './device-of.js'

const ending = form('end-sessions')

/** Where somebody is signed in, to be ended one by one or at once. */
export const devices: Page = {
  title: 'Devices',
  needs: [devicesSignedIn],
  view: () => html`
    ${backToSecurity()}
    ${known(
      devicesSignedIn,
      (all) => html`
        <div class="card"><ul class="plain lines">${all.map(line)}</ul></div>
        ${all.length > 1 ? html`<button class="button wide" @click=${ending.press(endOthers)}>Sign out all others</button>` : nothing}`,
    )}
    ${formFault(ending)}`,
}

function line({ id, isCurrent, userAgent, updatedAt }: ListedSession): TemplateResult {
  const device = deviceOf(userAgent)
  return html`
    <li class="row apart">
      <span>${device}<br><span class="quiet small">${isCurrent ? 'This device' : `Last used ${shortDay(updatedAt.slice(0, 10))}`}</span></span>
      ${isCurrent ? nothing : html`<button class="button" aria-label="Sign out ${device}" @click=${ending.press(() => end(id))}>Sign out</button>`}
    </li>`
}

async function end(sessionId: string): Promise<void> {
  await ciq.accounts.endSession({ sessionId })
  await devicesSignedIn.refresh(true)
  announce('It is signed out.')
}

async function endOthers(): Promise<void> {
  await ciq.accounts.endOtherSessions()
  await devicesSignedIn.refresh(true)
  announce('All other devices are signed out.')
}
