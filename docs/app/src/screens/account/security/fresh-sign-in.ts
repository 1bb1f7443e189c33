import { isProblem } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { redraw } from '../../../shell/redraw.js'
import { field } from '../../../ui/field.js'
import { form, formFault, sendButton, textOf } from '../../../ui/form.js'

const proving = form('prove')

/** What waits until somebody has shown who they are, and the challenge of their second factor. */
let held: { readonly act: () => Promise<void>; readonly challenge: string | null } | null = null

/** Does what needs a sign-in of the last ten minutes; where it is older, `freshSignInForm` asks first. */
export async function withFreshSignIn(act: () => Promise<void>): Promise<void> {
  try {
    await act()
    held = null
  } catch (error) {
    if (!isProblem(error) || error.code !== 'FRESH_SIGN_IN_NEEDED') throw error
    held = { act, challenge: null }
    redraw()
  }
}

/** Asks for the password, and for a code where the account has a second factor, while something waits for it. */
export function freshSignInForm(): TemplateResult | typeof nothing {
  if (held === null) return nothing
  return html`
    <form class="card" id=${proving.name} @submit=${proving.submit(prove)}>
      <p>You signed in some time ago. Show that it is you, then this goes on.</p>
      ${
        held.challenge === null
          ? field(proving, {
              name: 'password',
              label: 'Your password',
              type: 'password',
              autocomplete: 'current-password',
            })
          : field(proving, {
              name: 'code',
              label: 'The code that your app shows',
              autocomplete: 'one-time-code',
              inputmode: 'numeric',
            })
      }
      ${formFault(proving)} ${sendButton(proving, 'Go on')}
    </form>`
}

async function prove(values: FormData): Promise<void> {
  if (held === null) return
  const { act, challenge } = held
  const former = await ciq.accounts.session()
  if (challenge === null) {
    const email = former?.user.email ?? ''
    const answer = await ciq.accounts.signIn({ body: { email, password: `${values.get('password')}` } })
    if ('twoFactor' in answer) {
      held = { act, challenge: answer.twoFactor.challenge }
      return
    }
  } else await ciq.accounts.verifyTotp({ body: { challenge, code: textOf(values, 'code') } })
  // the new session takes the place of the one before
  if (former) await ciq.accounts.endSession({ sessionId: former.session.id })
  await withFreshSignIn(act)
}
