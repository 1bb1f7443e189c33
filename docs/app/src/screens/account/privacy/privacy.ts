import { html } from 'lit-html'
import { vocabularies } from '../../../data/resources.js'
import type { Page } from '../../../shell/pages.js'
import { linkTo } from '../../../shell/route.js'
import { backToAccount } from '../back.js'
import { consents } from '../resources.js'
import { consentList } from './consents.js'
import { backgroundExports, exportSection } from './export.js'

/** What is kept about somebody: whether it may be used, and how to take it along or away. */
export const privacy: Page = {
  title: 'Your data',
  needs: [consents, vocabularies, backgroundExports],
  view: () => html`
    ${backToAccount()} ${consentList()} ${exportSection()}
    <section class="card">
      <h2>Leave</h2>
      <p>Delete your account, and all that belongs to it.</p>
      <a class="button" href=${linkTo('account', 'delete')}>Delete my account…</a>
    </section>`,
}
