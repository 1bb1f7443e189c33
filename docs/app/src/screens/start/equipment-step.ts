import { html } from 'lit-html'
import { profile, vocabularies } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { goTo, linkTo } from '../../shell/route.js'
import { form, formFault, sendButton } from '../../ui/form.js'
import { equipmentFields, equipmentIn } from './equipment-fields.js'
import { saveProfile } from './save-profile.js'

const choosing = form('equipment')

/** The first of three steps: what is there to train with. */
export const equipmentStep: Page = {
  title: 'What do you have?',
  needs: [profile, vocabularies],
  view: () => html`
    <p class="quiet">Step 1 of 3. You can change all of this later.</p>
    <form class="card" id=${choosing.name} @submit=${choosing.submit(send)}>
      ${equipmentFields()} ${formFault(choosing)} ${sendButton(choosing, 'Next')}
    </form>
    <p><a href=${linkTo('start', 'time')}>Skip</a></p>`,
}

async function send(values: FormData): Promise<void> {
  await saveProfile({ equipment: equipmentIn(values) })
  goTo('start', 'time')
}
