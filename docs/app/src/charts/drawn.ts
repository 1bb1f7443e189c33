import { noChange } from 'lit-html'
import { AsyncDirective } from 'lit-html/async-directive.js'
import { directive, type ElementPart, type PartInfo, PartType } from 'lit-html/directive.js'
import type { Chart } from './chart.js'
import { type Drawing, drawChart } from './draw/draw-chart.js'

/** Draws a chart into its element: once, and again when there are other numbers. */
class Drawn extends AsyncDirective {
  #drawing: Drawing | undefined
  #shown = ''

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('A chart is drawn into an element.')
  }

  render(_chart: Chart) {
    return noChange
  }

  override update({ element }: ElementPart, [chart]: [Chart]) {
    const now = JSON.stringify(chart)
    if (this.#drawing && now !== this.#shown) this.#drawing.show(chart)
    this.#drawing ??= drawChart(element as HTMLElement, chart)
    this.#shown = now
    return noChange
  }

  protected override disconnected() {
    this.#drawing?.end()
    this.#drawing = undefined
  }
}

export const drawn = directive(Drawn)
