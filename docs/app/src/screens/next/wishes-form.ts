import { html, type TemplateResult } from 'lit-html'
import { today } from '../../data/resources.js'
import { askFor, currentWishes } from './asked.js'
import { home, noEquipment, wishesIn } from './read-wishes.js'

/** Asks for another workout: shorter, elsewhere, or on a day of rest. */
export function wishesForm(): TemplateResult {
  const { minutes, force } = currentWishes()
  const { places = [], minutesPerSession } = today.value()?.profile ?? {}
  return html`
    <form class="card" @submit=${ask}>
      <h2>Something else?</h2>
      <div class="pair">
        <label class="field">Minutes
          <input type="number" name="minutes" min="5" max="180" inputmode="numeric"
            placeholder=${minutesPerSession ?? 45} .value=${`${minutes ?? ''}`}>
        </label>
        <label class="field">Where
          <select name="where">
            ${place(home, 'At home')}
            ${places.map(({ id, name }) => place(id, name))}
            ${place(noEquipment, 'Without equipment')}
          </select>
        </label>
      </div>
      <p><label class="row tick"><input type="checkbox" name="force" .checked=${force === true}> On a day of rest too</label></p>
      <button class="button">Ask again</button>
    </form>`
}

function place(value: string, label: string): TemplateResult {
  return html`<option value=${value} ?selected=${value === chosen()}>${label}</option>`
}

function chosen(): string {
  const { place: id, equipment } = currentWishes()
  return id ?? (equipment === undefined ? home : noEquipment)
}

function ask(event: SubmitEvent): void {
  event.preventDefault()
  askFor(wishesIn(new FormData(event.target as HTMLFormElement)))
  scrollTo(0, 0)
}
