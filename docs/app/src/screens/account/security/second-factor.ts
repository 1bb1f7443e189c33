import type { TotpSetUp } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import type { Page } from '../../../shell/pages.js'
import { announce } from '../../../ui/announce.js'
import { field } from '../../../ui/field.js'
import { type Form, form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { known } from '../../../ui/known.js'
import { backToSecurity } from '../back.js'
import { signedIn } from '../resources.js'
import { secretOf } from './secret-of.js'

const settingUp = form('set-up-totp')
const confirming = form('confirm-totp')
const renewing = form('new-backup-codes')
const turningOff = form('turn-off-totp')

let setUp: TotpSetUp | null = null
let newCodes: readonly string[] | null = null

/** A code after the password: turned on, turned off, and its backup codes. */
export const secondFactor: Page = {
  title: 'Second factor',
  needs: [signedIn],
  view: () => html`
    ${backToSecurity()}
    ${known(signedIn, (who) => (who?.twoFactorEnabled ? turnedOn() : setUp === null ? turnedOff() : confirmation(setUp)))}`,
}

function turnedOff(): TemplateResult {
  return html`
    <p>An authenticator app on your phone shows a code, and signing in asks for it after the password.</p>
    ${passwordForm(settingUp, 'Set it up', async (password) => {
      setUp = await ciq.accounts.setUpTotp({ body: { password } })
    })}`
}

function confirmation({ totpURI, backupCodes }: TotpSetUp): TemplateResult {
  return html`
    <section class="card">
      <h2>1. Add it to your authenticator app</h2>
      <p><a href=${totpURI}>Open it in the app on this device</a>, or type this secret there:</p>
      <p class="secret" data-secret>${secretOf(totpURI)}</p>
    </section>
    <section class="card"><h2>2. Write the backup codes down</h2>${codes(backupCodes)}</section>
    <form class="card" id=${confirming.name} @submit=${confirming.submit(confirm)}>
      <h2>3. Show that it works</h2>
      ${field(confirming, { name: 'code', label: 'The code that the app shows', autocomplete: 'one-time-code', inputmode: 'numeric' })}
      ${formFault(confirming)} ${sendButton(confirming, 'Turn it on')}
    </form>`
}

async function confirm(values: FormData): Promise<void> {
  await ciq.accounts.confirmTotp({ body: { code: textOf(values, 'code') } })
  setUp = null
  await signedIn.refresh(true)
  announce('The second factor is on.')
}

function turnedOn(): TemplateResult {
  return html`
    <p>It is on: signing in asks for a code after the password.</p>
    ${newCodes === null ? '' : html`<section class="card"><h2>Your new backup codes</h2>${codes(newCodes)}</section>`}
    <details class="card">
      <summary>New backup codes</summary>
      ${passwordForm(renewing, 'Make new ones', async (password) => {
        newCodes = (await ciq.accounts.newBackupCodes({ body: { password } })).backupCodes
        announce('There are new backup codes; the former ones open nothing any more.')
      })}
    </details>
    <details class="card">
      <summary>Turn it off</summary>
      ${passwordForm(turningOff, 'Turn it off', async (password) => {
        await ciq.accounts.disableTwoFactor({ body: { password } })
        newCodes = null
        await signedIn.refresh(true)
        announce('The second factor is off.')
      })}
    </details>`
}

/** All of this asks for the password once more. */
function passwordForm(of: Form, label: string, send: (password: string) => Promise<void>): TemplateResult {
  return html`
    <form id=${of.name} @submit=${of.submit((values) => send(`${values.get('password')}`))}>
      ${field(of, { name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password' })}
      ${formFault(of)} ${sendButton(of, label)}
    </form>`
}

function codes(all: readonly string[]): TemplateResult {
  return html`
    <p>Each of them opens once, for when the phone is lost. They are shown only now.</p>
    <ul class="plain codes">${all.map((code) => html`<li class="secret">${code}</li>`)}</ul>`
}
