import { html, type TemplateResult } from 'lit-html'
import { library } from '../../data/resources.js'
import { addExercise } from './actions.js'

/** Adds an exercise of the library to a session; its plan is the athlete's own, or that of the library. */
export function addExerciseForm(sessionId: string): TemplateResult {
  const exercises = library.value() ?? []
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const name = `${new FormData(form).get('exercise')}`.trim().toLowerCase()
    const found = exercises.find((exercise) => exercise.name.toLowerCase() === name)
    const input = form.querySelector('input')
    input?.setCustomValidity(found ? '' : 'Choose an exercise of the list.')
    if (!found) return void input?.reportValidity()
    void addExercise(sessionId, found.slug).then(() => form.reset())
  }
  return html`
    <details class="card">
      <summary>Add an exercise</summary>
      <form @submit=${add} @input=${({ target }: Event) => (target as HTMLInputElement).setCustomValidity('')}>
        <div class="field">
          <label for="exercise">Exercise</label>
          <input id="exercise" name="exercise" list="exercises" required autocomplete="off">
          <datalist id="exercises">${exercises.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
        </div>
        <button class="button">Add</button>
      </form>
    </details>`
}
