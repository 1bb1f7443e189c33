import type { Profile } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { profile, vocabularies } from '../../../data/resources.js'
import type { Page } from '../../../shell/pages.js'
import { announce } from '../../../ui/announce.js'
import { field } from '../../../ui/field.js'
import { form, formFault, numberOf, sendButton } from '../../../ui/form.js'
import { known } from '../../../ui/known.js'
import { kgOf, massIn, massUnit } from '../../../ui/mass.js'
import { equipmentFields, equipmentIn } from '../../start/equipment-fields.js'
import { saveProfile } from '../../start/save-profile.js'
import { timeFields, timeIn } from '../../start/time-fields.js'
import { backToAccount } from '../back.js'

const changing = form('training')

/** What there is to train with, and how much time. */
export const training: Page = {
  title: 'Training',
  needs: [profile, vocabularies],
  view: () => html`${backToAccount()} ${known(profile, trainingForm)}`,
}

function trainingForm({ units, loadKg }: Profile): TemplateResult {
  const send = async (values: FormData) => {
    const load = numberOf(values, 'loadKg')
    const loadNow = load === null ? null : kgOf(units, load)
    await saveProfile({ equipment: equipmentIn(values), ...timeIn(values), loadKg: loadNow })
    announce('Saved.')
  }
  return html`
    <form class="card" id=${changing.name} @submit=${changing.submit(send)}>
      ${equipmentFields()}
      ${field(changing, {
        name: 'loadKg',
        label: `Most weight you can add, in ${massUnit(units)}`,
        hint: 'In a backpack, a vest or on a belt.',
        type: 'number',
        value: loadKg === null ? null : massIn(units, loadKg),
        inputmode: 'decimal',
        step: 0.01,
        min: 0,
        isOptional: true,
      })}
      ${timeFields(changing)} ${formFault(changing)} ${sendButton(changing, 'Save')}
    </form>`
}
