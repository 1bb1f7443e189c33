import { html } from 'lit-html'
import type { Page } from '../../../shell/pages.js'
import { goTo, linkTo } from '../../../shell/route.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { timeZoneField, timeZoneHere } from '../../../ui/time-zones.js'
import { door, enter } from '../door.js'
import { verificationOf } from './verify-email.js'

const signingUp = form('sign-up')

/** Makes an account. */
export const signUp: Page = {
  title: 'New here',
  view: () => html`
    <form class="card" id=${signingUp.name} @submit=${signingUp.submit(send)}>
      ${field(signingUp, { name: 'name', label: 'What to call you', autocomplete: 'name' })}
      ${field(signingUp, { name: 'email', label: 'Email', type: 'email', autocomplete: 'username' })}
      ${field(signingUp, {
        name: 'password',
        label: 'Password',
        type: 'password',
        autocomplete: 'new-password',
        hint: 'At least 8 characters. A short sentence is good.',
      })}
      ${timeZoneField(timeZoneHere())}
      <div class="field">
        <label class="tick"><input type="checkbox" name="healthData"> Use my health data</label>
        <p class="quiet small">Pain, check-ins and body mass may be kept, so that the coach goes easier where it hurts. Without it nothing of the kind is kept, and you can change your mind at any time.</p>
      </div>
      ${formFault(signingUp)} ${sendButton(signingUp, 'Create my account')}
    </form>
    <p>You have an account? <a href=${linkTo('sign-in')}>Sign in</a></p>`,
}

async function send(values: FormData): Promise<void> {
  const email = textOf(values, 'email')
  const answer = await door.accounts.signUp({
    body: {
      email,
      name: textOf(values, 'name'),
      password: `${values.get('password')}`,
      timeZone: textOf(values, 'timeZone'),
      consents: values.has('healthData') ? ['health-data'] : [],
      callbackURL: `${location.origin}${location.pathname}${linkTo('account')}`,
    },
  })
  if ('sessionToken' in answer) return enter(answer, linkTo('start'))
  verificationOf(email)
  goTo('sign-in', 'verify')
}
