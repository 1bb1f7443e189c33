import type { Output } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { redraw } from '../../../shell/redraw.js'
import { linkTo } from '../../../shell/route.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { door, enter } from '../door.js'

const proving = form('second-factor')
let challenge = ''
let isByBackupCode = false

/** Keeps the challenge that a right password was answered with. */
export function challengedBy(answer: Exclude<Output<'accounts.signIn'>, { sessionToken: string }>): void {
  challenge = answer.twoFactor.challenge
  isByBackupCode = false
}

/** Asks for a code after the password. */
export const secondFactor: Page = {
  title: 'One more step',
  isReady: () => challenge !== '',
  view: codeForm,
}

function codeForm(): TemplateResult {
  return html`
    <form class="card" id=${proving.name} @submit=${proving.submit(send)}>
      ${field(proving, {
        name: 'code',
        label: isByBackupCode ? 'One of your backup codes' : 'The code that your authenticator app shows',
        autocomplete: 'one-time-code',
        ...(isByBackupCode ? {} : { inputmode: 'numeric' }),
      })}
      ${formFault(proving)} ${sendButton(proving, 'Sign in')}
    </form>
    <p><button class="link" @click=${swap}>${isByBackupCode ? 'Use the authenticator app' : 'Use a backup code'}</button></p>
    <p><a href=${linkTo('sign-in')}>Begin anew</a></p>`
}

function swap(): void {
  isByBackupCode = !isByBackupCode
  redraw()
}

async function send(values: FormData): Promise<void> {
  const body = { challenge, code: textOf(values, 'code') }
  const { accounts } = door
  await enter(await (isByBackupCode ? accounts.verifyBackupCode({ body }) : accounts.verifyTotp({ body })))
}
