import { html, type TemplateResult } from 'lit-html'
import { shortDay } from '../../ui/format.js'
import type { Summary } from './summary.js'

/** The sessions that were done, one in a row, with what the athlete noted. */
export function sessionTable(done: Summary['done']): TemplateResult {
  if (done.length === 0) return html`<p class="quiet">No session was completed in this time.</p>`
  return html`
    <div class="wide" role="group" aria-label="Sessions" tabindex="0">
      <table>
        <thead>
          <tr><th scope="col">Day</th><th scope="col">Exercises</th><th scope="col">Sets</th><th scope="col">Minutes</th><th scope="col">Notes</th></tr>
        </thead>
        <tbody>
          ${done.map(
            ({ date, completedExerciseCount, exerciseCount, setCount, durationMinutes, notes }) => html`
              <tr>
                <th scope="row">${shortDay(date)}</th>
                <td>${completedExerciseCount} of ${exerciseCount}</td>
                <td>${setCount}</td>
                <td>${durationMinutes ?? '–'}</td>
                <td class="notes">${notes ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
