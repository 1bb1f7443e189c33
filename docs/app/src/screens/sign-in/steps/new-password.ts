import { html } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { goTo, linkTo } from '../../../shell/route.js'
import { announce } from '../../../ui/announce.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { door } from '../door.js'

const resetting = form('new-password')

/** Sets a new password by the code of a mail. */
export const newPassword: Page = {
  title: 'New password',
  view: () => html`
    <form class="card" id=${resetting.name} @submit=${resetting.submit(send)}>
      <p>The code is in the mail. It works once, for an hour, and ends every session.</p>
      ${field(resetting, { name: 'token', label: 'Code of the mail', autocomplete: 'one-time-code' })}
      ${field(resetting, { name: 'newPassword', label: 'New password', type: 'password', autocomplete: 'new-password' })}
      ${formFault(resetting)} ${sendButton(resetting, 'Set it')}
    </form>
    <p><a href=${linkTo('sign-in', 'forgotten')}>Send another code</a></p>`,
}

async function send(values: FormData): Promise<void> {
  const body = { token: textOf(values, 'token'), newPassword: `${values.get('newPassword')}` }
  await door.accounts.resetPassword({ body })
  announce('Your new password is set. Sign in with it.')
  goTo('sign-in')
}
