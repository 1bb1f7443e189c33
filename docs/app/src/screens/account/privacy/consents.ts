import type { Consent, Purpose } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { profile, vocabularies } from '../../../data/resources.js'
import { announce } from '../../../ui/announce.js'
import { ask } from '../../../ui/ask.js'
import { form, formFault } from '../../../ui/form.js'
import { known } from '../../../ui/known.js'
import { consents } from '../resources.js'

const saying = form('consents')

/** What somebody agreed to, to be given and withdrawn. */
export function consentList(): TemplateResult {
  return html`
    <section class="card">
      <h2>What you agree to</h2>
      ${known(consents, (all) => html`<ul class="plain lines">${all.map(line)}</ul>`)}
      ${formFault(saying)}
    </section>`
}

function line({ purpose, given }: Consent): TemplateResult {
  const term = vocabularies.value()?.purposes.find(({ code }) => code === purpose)
  const label = term?.label ?? purpose
  return html`
    <li>
      <h3>${label} <span class="chip">${given ? 'Given' : 'Not given'}</span></h3>
      <p class="quiet small">${term?.description}</p>
      <button class="button" aria-label="${given ? 'Withdraw' : 'Agree'}: ${label}" @click=${saying.press(() => (given ? withdraw(purpose) : say(purpose, { given: true })))}>
        ${given ? 'Withdraw' : 'Agree'}
      </button>
    </li>`
}

async function withdraw(purpose: Purpose): Promise<void> {
  if (purpose !== 'health-data') return say(purpose, { given: false })
  const answer = await ask(
    'What becomes of your health data?',
    'Pain, check-ins and body mass are not used any more. They can stay stored for when you agree again, or be erased for ever.',
    [
      { value: 'keep', label: 'Withdraw, and keep them', isMain: true },
      { value: 'erase', label: 'Withdraw, and erase them' },
    ],
  )
  if (answer !== null) await say(purpose, { given: false, erase: answer === 'erase' })
}

async function say(purpose: Purpose, body: { given: boolean; erase?: boolean }): Promise<void> {
  await ciq.privacy.putConsent({ purpose, body })
  await Promise.all([consents.refresh(true), profile.refresh(true)])
  announce(body.given ? 'Thank you. You agreed.' : 'You withdrew.')
}
