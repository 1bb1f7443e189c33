import { html } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { forgetKept } from '../../../data/kept.js'
import { become } from '../../../data/who.js'
import type { Page } from '../../../shell/pages.js'
import { ask } from '../../../ui/ask.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton } from '../../../ui/form.js'
import { backToAccount } from '../back.js'
import { forgetQueue } from '../sign-out.js'

const deleting = form('delete-account')

/** Deletes the account, after it was asked twice. */
export const deleteAccount: Page = {
  title: 'Delete your account',
  view: () => html`
    ${backToAccount()}
    <form class="card" id=${deleting.name} @submit=${deleting.submit(send)}>
      <p>Workouts, records, levels and settings are deleted, here and on the server. There is no way back. Download your data first if you want to keep it.</p>
      ${field(deleting, {
        name: 'password',
        label: 'Your password',
        type: 'password',
        autocomplete: 'current-password',
        hint: 'Without a password, leave it empty: a sign-in of the last ten minutes counts.',
        isOptional: true,
      })}
      ${formFault(deleting)} ${sendButton(deleting, 'Delete my account')}
    </form>`,
}

async function send(values: FormData): Promise<void> {
  const answer = await ask('Delete everything for ever?', 'Nobody can bring it back.', [
    { value: 'delete', label: 'Delete it for ever' },
  ])
  if (answer === null) return
  const password = `${values.get('password')}`
  await ciq.accounts.deleteAccount({ body: password === '' ? {} : { password } })
  await Promise.all([forgetKept(), forgetQueue()])
  become(null)
}
