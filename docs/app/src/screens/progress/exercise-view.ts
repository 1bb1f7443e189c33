import { html, type TemplateResult } from 'lit-html'
import type { Chart } from '../../charts/chart.js'
import { chartsOf } from '../../charts/charts-of.js'
import { linkTo } from '../../shell/route.js'
import { icon } from '../../ui/icon.js'
import { known } from '../../ui/known.js'
import { chartCards } from './chart-cards.js'
import type { Range } from './ranges.js'
import { exerciseCharts } from './resources.js'

/** What came of one exercise. */
export function exerciseView(range: Range, slug: string, rangeChoice: TemplateResult): TemplateResult {
  return html`
    <p><a class="button" href=${linkTo('progress')}>${icon('back')}All progress</a></p>
    ${rangeChoice}
    ${known(exerciseCharts(range, slug), (answer) => {
      const charts = bestFirst(chartsOf(answer))
      return charts.length === 0
        ? html`<p class="card">No sets of this exercise in this time. What you log of it will be drawn here.</p>`
        : chartCards(charts)
    })}`
}

function bestFirst(charts: readonly Chart[]): readonly Chart[] {
  const isBest = ({ metric }: Chart) => metric === 'best'
  return [...charts.filter(isBest), ...charts.filter((chart) => !isBest(chart))]
}
