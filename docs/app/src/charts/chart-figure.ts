import { html, type TemplateResult } from 'lit-html'
import type { Chart } from './chart.js'
import { drawn } from './drawn.js'
import { tableOf } from './table-of.js'

/** A chart with what it shows in a sentence, and its numbers as a table. */
export function chartFigure(chart: Chart): TemplateResult {
  return html`
    <figure class="chart">
      <figcaption><strong>${chart.title}</strong><p>${chart.finding}</p></figcaption>
      <div class="picture" role="img" aria-label=${chart.finding} ${drawn(chart)}></div>
      <details><summary>Numbers</summary>${numbers(chart)}</details>
    </figure>`
}

function numbers(chart: Chart): TemplateResult {
  const { head, rows } = tableOf(chart)
  return html`
    <div class="wide" role="group" aria-label=${`Numbers of ${chart.title}`} tabindex="0">
      <table>
        <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(
            ({ start, cells }) =>
              html`<tr><th scope="row">${start}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
