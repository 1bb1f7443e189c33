import type { Equipment } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { profile, vocabularies } from '../../data/resources.js'
import { known } from '../../ui/known.js'

/** What can be trained with at home, each to be ticked. */
export function equipmentFields(): TemplateResult {
  const chosen = new Set<string>(profile.value()?.equipment)
  return known(
    vocabularies,
    ({ equipment }) => html`
      <fieldset>
        <legend>Equipment at hand</legend>
        <p class="quiet small">Leave everything out, and you train with the floor alone.</p>
        <div class="choices">
          ${equipment.map(
            ({ code, label }) =>
              html`<label><input type="checkbox" name="equipment" value=${code} ?checked=${chosen.has(code)}>${label}</label>`,
          )}
        </div>
      </fieldset>`,
  )
}

/** The ticked ones. */
export function equipmentIn(values: FormData): Equipment[] {
  // the boxes are made from the API's own codes
  return values.getAll('equipment') as Equipment[]
}
