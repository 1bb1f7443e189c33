import { html } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { goTo, linkTo } from '../../../shell/route.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { door } from '../door.js'

const asking = form('forgotten')

/** Asks for the mail that lets somebody in who forgot the password. */
export const forgotten: Page = {
  title: 'Forgotten password',
  view: () => html`
    <form class="card" id=${asking.name} @submit=${asking.submit(send)}>
      <p>Where there is an account, a mail with a code comes to its address.</p>
      ${field(asking, { name: 'email', label: 'Email', type: 'email', autocomplete: 'username' })}
      ${formFault(asking)} ${sendButton(asking, 'Send me a code')}
    </form>
    <p><a href=${linkTo('sign-in', 'new-password')}>I have a code</a></p>
    <p><a href=${linkTo('sign-in')}>Sign in</a></p>`,
}

async function send(values: FormData): Promise<void> {
  // without a page to return to, the mail has a code: it can be read on any device
  await door.accounts.requestPasswordReset({ body: { email: textOf(values, 'email') } })
  goTo('sign-in', 'new-password')
}
