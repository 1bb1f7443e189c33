import { isProblem } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { waiting } from '../../../data/outbox.js'
import { profile } from '../../../data/resources.js'
import { athleteId } from '../../../data/who.js'
import type { Page } from '../../../shell/pages.js'
import { goTo, linkTo } from '../../../shell/route.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'
import { count } from '../../../ui/format.js'
import { door, enter } from '../door.js'
import { passkeyButton } from '../passkey.js'
import { providerButtons, providers } from '../providers.js'
import { challengedBy } from './second-factor.js'
import { verificationOf } from './verify-email.js'

const signingIn = form('sign-in')

/** Signs in by email and password, or leads to the other ways in. */
export const byPassword: Page = {
  title: 'Sign in',
  needs: [providers],
  view: () => html`
    ${stillHere()}
    <form class="card" id=${signingIn.name} @submit=${signingIn.submit(send)}>
      ${field(signingIn, { name: 'email', label: 'Email', type: 'email', autocomplete: 'username', value: profile.value()?.email })}
      ${field(signingIn, { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
      ${formFault(signingIn)} ${sendButton(signingIn, 'Sign in')}
      <p class="under"><a href=${linkTo('sign-in', 'forgotten')}>Forgotten your password?</a></p>
    </form>
    ${passkeyButton()} ${providerButtons()}
    <p>New here? <a href=${linkTo('sign-in', 'new')}>Create an account</a></p>`,
}

/** Says what becomes of the one who was signed in here. */
function stillHere(): TemplateResult | typeof nothing {
  if (athleteId() === null) return nothing
  const called = profile.value()?.name
  const changes = waiting().length === 0 ? '' : ` ${count(waiting().length, 'change')} will be sent.`
  return html`<p>Welcome back${called ? `, ${called}` : ''}.${changes} Somebody else may sign in too: what is yours stays apart.</p>`
}

async function send(values: FormData): Promise<void> {
  const email = textOf(values, 'email')
  try {
    const answer = await door.accounts.signIn({ body: { email, password: `${values.get('password')}` } })
    if ('sessionToken' in answer) return enter(answer)
    challengedBy(answer)
    goTo('sign-in', 'code')
  } catch (error) {
    if (!isProblem(error) || error.code !== 'EMAIL_NOT_VERIFIED') throw error
    verificationOf(email)
    goTo('sign-in', 'verify')
  }
}
