import { html, nothing, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { submit } from '../../data/outbox.js'
import { today, vocabularies } from '../../data/resources.js'
import { redraw } from '../../shell/redraw.js'
import { announce } from '../../ui/announce.js'
import { checkInOf, questions } from './check-in.js'

let fault: string | null = null

/** Asks how the athlete is today; nothing has to be answered. */
export function checkInForm(): TemplateResult {
  return html`
    <details>
      <summary>Check in</summary>
      <form @submit=${record}>
        ${questions.map(question)}
        ${pain()}
        ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
        <button class="button main wide">Save the check-in</button>
      </form>
    </details>`
}

function question({ name, asks, worst, best }: (typeof questions)[number]): TemplateResult {
  return html`
    <fieldset>
      <legend>${asks} <span class="quiet small">1 ${worst}, 5 ${best}</span></legend>
      <div class="choices">
        ${[1, 2, 3, 4, 5].map((value) => html`<label><input type="radio" name=${name} value=${value}>${value}</label>`)}
      </div>
    </fieldset>`
}

function pain(): TemplateResult {
  const sites = vocabularies.value()?.painSites ?? []
  return html`
    <div class="pair">
      <label class="field">Pain, 0 to 10
        <select name="pain">
          <option value="">Not said</option>
          ${Array.from({ length: 11 }, (_, value) => html`<option value=${value}>${value === 0 ? '0, none' : value}</option>`)}
        </select>
      </label>
      <label class="field">Where
        <select name="painSite">
          <option value="">Not said</option>
          ${sites.map(({ code, label }) => html`<option value=${code}>${label}</option>`)}
        </select>
      </label>
    </div>`
}

async function record(event: SubmitEvent): Promise<void> {
  event.preventDefault()
  const body = checkInOf(new FormData(event.target as HTMLFormElement), dateOfToday())
  fault = body === null ? 'Answer one of the questions at least.' : null
  if (body === null) return redraw()
  await submit('recovery.recordCheckIn', { body })
  const known = today.value()
  if (known) await today.keep({ ...known, waiting: { ...known.waiting, checkIn: false } })
  announce('Your check-in is saved.')
}
