import { html, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { Chart } from '../../charts/chart.js'
import { chartFigure } from '../../charts/chart-figure.js'

/** Charts side by side where there is room. */
export function chartCards(charts: readonly Chart[]): TemplateResult {
  return html`
    <div class="charts">
      ${repeat(
        charts,
        ({ metric, unit }) => `${metric} ${unit}`,
        (chart) => html`<div class="card">${chartFigure(chart)}</div>`,
      )}
    </div>`
}
