import { html } from 'lit-html'
import { profile } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { goTo, linkTo } from '../../shell/route.js'
import { form, formFault, sendButton } from '../../ui/form.js'
import { saveProfile } from './save-profile.js'
import { timeFields, timeIn } from './time-fields.js'

const choosing = form('time')

/** The second step: how often, and how long. */
export const timeStep: Page = {
  title: 'How much time?',
  needs: [profile],
  view: () => html`
    <p class="quiet">Step 2 of 3</p>
    <form class="card" id=${choosing.name} @submit=${choosing.submit(send)}>
      ${timeFields(choosing)} ${formFault(choosing)} ${sendButton(choosing, 'Next')}
    </form>
    <p><a href=${linkTo('start', 'levels')}>Skip</a></p>`,
}

async function send(values: FormData): Promise<void> {
  await saveProfile(timeIn(values))
  goTo('start', 'levels')
}
