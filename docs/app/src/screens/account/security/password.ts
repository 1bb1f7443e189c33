import { html } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { profile } from '../../../data/resources.js'
import type { Page } from '../../../shell/pages.js'
import { goTo } from '../../../shell/route.js'
import { announce } from '../../../ui/announce.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton } from '../../../ui/form.js'
import { backToSecurity } from '../back.js'

const changing = form('password')

/** Changes the password. */
export const password: Page = {
  title: 'Password',
  needs: [profile],
  view: () => html`
    ${backToSecurity()}
    <form class="card" id=${changing.name} @submit=${changing.submit(send)}>
      <input hidden name="username" autocomplete="username" .value=${profile.value()?.email ?? ''}>
      ${field(changing, { name: 'currentPassword', label: 'Password now', type: 'password', autocomplete: 'current-password' })}
      ${field(changing, {
        name: 'newPassword',
        label: 'New password',
        type: 'password',
        autocomplete: 'new-password',
        hint: 'At least 8 characters. A short sentence is good.',
      })}
      <label class="tick"><input type="checkbox" name="others" checked> Sign out all other devices</label>
      ${formFault(changing)} ${sendButton(changing, 'Change it')}
    </form>`,
}

async function send(values: FormData): Promise<void> {
  await ciq.accounts.changePassword({
    body: {
      currentPassword: `${values.get('currentPassword')}`,
      newPassword: `${values.get('newPassword')}`,
      revokeOtherSessions: values.has('others'),
    },
  })
  announce('Your password is changed.')
  goTo('account', 'security')
}
