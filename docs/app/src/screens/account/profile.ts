import type { Profile, Units } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { profile, vocabularies } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { linkTo } from '../../shell/route.js'
import { announce } from '../../ui/announce.js'
import { field } from '../../ui/field.js'
import { form, formFault, numberOf, sendButton, textOf } from '../../ui/form.js'
import { known } from '../../ui/known.js'
import { kgOf, massIn, massUnit } from '../../ui/mass.js'
import { timeZoneField } from '../../ui/time-zones.js'
import { saveProfile } from '../start/save-profile.js'
import { backToAccount } from './back.js'
import { consents, healthDataMayBeUsed } from './resources.js'

const changing = form('profile')

/** Who somebody is. */
export const profilePage: Page = {
  title: 'Profile',
  needs: [profile, vocabularies, consents],
  view: () => html`${backToAccount()} ${known(profile, profileForm)}`,
}

function profileForm({ name, timeZone, units, bodyMassKg }: Profile): TemplateResult {
  return html`
    <form class="card" id=${changing.name} @submit=${changing.submit((values) => send(values, units))}>
      ${field(changing, { name: 'name', label: 'What to call you', value: name, autocomplete: 'name', isOptional: true })}
      ${timeZoneField(timeZone)}
      <fieldset>
        <legend>Units</legend>
        <div class="choices">
          ${(vocabularies.value()?.units ?? []).map(
            ({ code, description }) =>
              html`<label><input type="radio" name="units" value=${code} ?checked=${code === units}>${description}</label>`,
          )}
        </div>
      </fieldset>
      ${field(changing, {
        name: 'bodyMassKg',
        label: `Body mass in ${massUnit(units)}`,
        type: 'number',
        value: bodyMassKg === null ? null : massIn(units, bodyMassKg),
        inputmode: 'decimal',
        step: 0.01,
        min: 0,
        isOptional: true,
        isDisabled: !healthDataMayBeUsed(),
      })}
      ${healthDataMayBeUsed() ? nothing : html`<p class="quiet small">Body mass is health data: it is kept once you <a href=${linkTo('account', 'privacy')}>agree to that</a>.</p>`}
      ${formFault(changing)} ${sendButton(changing, 'Save')}
    </form>`
}

async function send(values: FormData, units: Units): Promise<void> {
  const mass = numberOf(values, 'bodyMassKg')
  const chosen = textOf(values, 'units')
  await saveProfile({
    name: textOf(values, 'name') || null,
    timeZone: textOf(values, 'timeZone'),
    ...(chosen === '' ? {} : { units: chosen as Units }),
    ...(values.has('bodyMassKg') ? { bodyMassKg: mass === null ? null : kgOf(units, mass) } : {}),
  })
  announce('Saved.')
}
