import { html, type nothing, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import type { Page } from '../../../shell/pages.js'
import { announce } from '../../../ui/announce.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { shortDay } from '../../../ui/format.js'
import { known } from '../../../ui/known.js'
import { knowsPasskeys } from '../../sign-in/passkey.js'
import { backToSecurity } from '../back.js'
import { ownPasskeys } from '../resources.js'
import { deviceOf } from './device-of.js'
import { freshSignInForm, withFreshSignIn } from './fresh-sign-in.js'

const adding = form('add-passkey')
const removing = form('remove-passkey')

type Made = NonNullable<ReturnType<typeof ownPasskeys.value>>[number]

/** Keys that a device keeps in place of a password. */
export const passkeys: Page = {
  title: 'Passkeys',
  needs: [ownPasskeys],
  view: () => html`
    ${backToSecurity()}
    <p>With a passkey you sign in by the finger, face or PIN that opens your device.</p>
    ${known(ownPasskeys, (all) => (all.length === 0 ? html`` : html`<div class="card"><ul class="plain lines">${all.map(line)}</ul></div>`))}
    ${formFault(removing)} ${knowsPasskeys() ? addForm() : html`<p class="quiet">This browser knows no passkeys.</p>`}
    ${freshSignInForm()}`,
}

function line({ id, name, createdAt }: Made): TemplateResult {
  const called = name ?? 'Passkey'
  return html`
    <li class="row apart">
      <span>${called}<br><span class="quiet small">Since ${shortDay(createdAt.slice(0, 10))}</span></span>
      <button class="button" aria-label="Remove ${called}" @click=${removing.press(() => remove(id))}>Remove</button>
    </li>`
}

function addForm(): TemplateResult | typeof nothing {
  return html`
    <form class="card" id=${adding.name} @submit=${adding.submit((values) => withFreshSignIn(() => add(textOf(values, 'name'))))}>
      ${field(adding, { name: 'name', label: 'What to call it', value: deviceOf(navigator.userAgent) })}
      ${formFault(adding)} ${sendButton(adding, 'Add a passkey')}
    </form>`
}

async function add(name: string): Promise<void> {
  const { challenge, options } = await ciq.accounts.beginPasskey()
  // the API gives what browsers read, with members that newer ones know
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const response = made.toJSON() as Registration
  await ciq.accounts.registerPasskey({ body: { challenge, response, name } })
  await ownPasskeys.refresh(true)
  announce('The passkey is added.')
}

type Registration = Parameters<typeof ciq.accounts.registerPasskey>[0]['body']['response']

async function remove(id: string): Promise<void> {
  await ciq.accounts.deletePasskey({ body: { id } })
  await ownPasskeys.refresh(true)
  announce('The passkey is removed. Delete it on its device too.')
}
