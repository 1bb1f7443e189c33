import './gallery.css'
import type { SeriesAnswer } from './answer.js'
import { chartsOf } from './charts-of.js'
import { drawChart } from './draw/draw-chart.js'

/** Draws a chart of the site from the example beside the page, into the figure that has its sentence and table already. */
async function drawExample(figure: HTMLElement): Promise<void> {
  const answer = await fetch(`/charts/${figure.dataset.chart}.json`)
  const [chart] = chartsOf((await answer.json()) as SeriesAnswer)
  const host = figure.querySelector<HTMLElement>('.picture')
  if (host && chart) drawChart(host, chart)
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) void drawExample(figure)
