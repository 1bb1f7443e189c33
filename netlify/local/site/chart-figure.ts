import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeriesAnswer } from '../../../docs/app/src/charts/answer.js'
import { chartsOf } from '../../../docs/app/src/charts/charts-of.js'
import { tableOf } from '../../../docs/app/src/charts/table-of.js'
import { escaped } from './escaped.js'

/** Answers of the API that the page of charts draws. */
export const examplesFolder = join(import.meta.dirname, '../../../docs/site/charts')

/**
 * The figure of an example: what it shows in a sentence and its numbers, which read without a script,
 * and a place where the script draws.
 */
export function chartFigure(name: string): string {
  const answer: SeriesAnswer = JSON.parse(readFileSync(join(examplesFolder, `${name}.json`), 'utf8'))
  const [chart] = chartsOf(answer)
  if (!chart) throw new Error(`There is nothing to draw in docs/site/charts/${name}.json.`)
  const { head, rows } = tableOf(chart)
  const headCells = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`)
  const bodyRows = rows.map(
    ({ start, cells }) => `<tr><th scope="row">${start}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  const finding = escaped(chart.finding)
  return `<figure class="chart" data-chart="${name}">
<figcaption><strong>${escaped(chart.title)}</strong><p>${finding}</p></figcaption>
<div class="picture" role="img" aria-label="${finding}"></div>
<details><summary>Numbers</summary>
<div class="wide" role="group" aria-label="${escaped(`Numbers of ${chart.title}`)}" tabindex="0"><table>
<thead><tr>${headCells.join('')}</tr></thead>
<tbody>
${bodyRows.join('\n')}
</tbody></table></div>
</details>
</figure>
`
}
