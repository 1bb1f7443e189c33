import { html, type TemplateResult } from 'lit-html'
import { profile } from '../../data/resources.js'
import { field } from '../../ui/field.js'
import { type Form, numberOf } from '../../ui/form.js'

const days = [1, 2, 3, 4, 5, 6, 7] as const

/** On how many days of the week, and how long. */
export function timeFields(form: Form): TemplateResult {
  const { daysPerWeek = null, minutesPerSession = null } = profile.value() ?? {}
  return html`
    <fieldset>
      <legend>Days per week</legend>
      <div class="choices">
        ${days.map((day) => dayChoice(`${day}`, `${day}`, day === daysPerWeek))}
        ${dayChoice('', 'As I come', daysPerWeek === null)}
      </div>
    </fieldset>
    ${field(form, {
      name: 'minutesPerSession',
      label: 'Minutes per workout',
      type: 'number',
      value: minutesPerSession,
      hint: 'With the warm-up. Leave it empty for the usual 45.',
      inputmode: 'numeric',
      min: 5,
      max: 180,
      isOptional: true,
    })}`
}

function dayChoice(value: string, label: string, isChosen: boolean): TemplateResult {
  return html`<label><input type="radio" name="daysPerWeek" value=${value} ?checked=${isChosen}>${label}</label>`
}

/** Reads the two fields; null means that nothing was said. */
export function timeIn(values: FormData): { daysPerWeek: number | null; minutesPerSession: number | null } {
  return { daysPerWeek: numberOf(values, 'daysPerWeek'), minutesPerSession: numberOf(values, 'minutesPerSession') }
}
