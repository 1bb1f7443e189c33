import { html, nothing, type TemplateResult } from 'lit-html'
import { refused, waiting } from '../../data/outbox.js'
import { profile } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { linkTo } from '../../shell/route.js'
import { form, formFault } from '../../ui/form.js'
import { count } from '../../ui/format.js'
import { known } from '../../ui/known.js'
import { installButton } from './install.js'
import { signOut } from './sign-out.js'

const leaving = form('sign-out')

const pages = [
  { name: 'profile', label: 'Profile', about: 'Name, time zone, units, body mass' },
  { name: 'training', label: 'Training', about: 'Equipment, days and minutes' },
  { name: 'levels', label: 'Levels', about: 'Where the coach begins' },
  { name: 'security', label: 'Signing in', about: 'Email, password, passkeys, devices' },
  { name: 'privacy', label: 'Your data', about: 'Consents, export, deletion' },
] as const

/** Who somebody is here, and the way to everything that they can change. */
export const overview: Page = {
  title: 'You',
  needs: [profile],
  view: () => html`
    ${known(profile, ({ name, email }) => html`<p><strong>${name ?? 'No name yet'}</strong><br><span class="quiet">${email}</span></p>`)}
    <div class="card"><ul class="plain lines">
      ${pages.map(({ name, label, about }) => line(name, label, about))}
      ${refused().length + waiting().length > 0 ? line('changes', 'Changes', changesInShort()) : nothing}
    </ul></div>
    ${installButton()}
    <button class="button wide" @click=${leaving.press(signOut)}>Sign out</button>
    ${formFault(leaving)}`,
}

function line(name: string, label: string, about: string): TemplateResult {
  return html`<li><a class="line" href=${linkTo('account', name)}><strong>${label}</strong><span class="quiet small">${about}</span></a></li>`
}

function changesInShort(): string {
  const parts = [
    ...(waiting().length > 0 ? [`${waiting().length} waiting`] : []),
    ...(refused().length > 0 ? [`${count(refused().length, 'change')} not accepted`] : []),
  ]
  return parts.join(', ')
}
