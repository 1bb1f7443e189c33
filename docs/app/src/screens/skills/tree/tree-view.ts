import { html, nothing, svg, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { labelOf } from '../../../ui/label.js'
import { node } from '../node.js'
import type { Shown } from '../shown.js'
import { type Column, pointsOf } from './crossings.js'
import { type Layout, layOut } from './layout.js'
import { linePath } from './line-path.js'

const layouts = new WeakMap<readonly unknown[], Layout>()

/** The tree of a category: a column for each level, and lines from prerequisites to what they open. */
export function treeView(shown: Shown): TemplateResult {
  const { skills, graph } = shown
  const layout = layouts.get(skills) ?? layOut(skills, graph)
  layouts.set(skills, layout)
  const { rows, columns } = layout
  return html`
    <div class="skill-tree" role="region" tabindex="0" aria-label="Tree" style="--rows: ${rows}; --columns: ${columns.length}">
      ${lines(layout, shown)}
      ${columns.map((column, index) => columnView(column, index, shown))}
    </div>`
}

function columnView(column: Column, index: number, { graph, level: own, way }: Shown): TemplateResult {
  const nodes = [...column].sort(([, one], [, other]) => one - other)
  const level = graph.find(nodes[0]?.[0] ?? '')?.level ?? 0
  return html`
    <section class="skill-column" style="grid-column: ${index + 1}">
      <h2>${labelOf('levels', level)} ${level === own ? html`<span class="chip">Your level</span>` : nothing}</h2>
      <ul class="plain">${repeat(
        nodes,
        ([slug]) => slug,
        ([slug, row]) => {
          const skill = graph.find(slug)
          const isOnWay = way.has(slug)
          return html`<li class=${isOnWay ? 'on-way' : ''} style="grid-row: ${row + 1}">${skill && node(skill, isOnWay ? 'on the way' : '')}</li>`
        },
      )}</ul>
    </section>`
}

/** The lines are a picture of what each exercise says in words when it is opened. */
function lines({ rows, columns, lines }: Layout, { graph, way }: Shown): TemplateResult {
  const points = pointsOf(columns)
  return html`
    <svg class="skill-lines" viewBox="0 0 ${columns.length} ${rows}" preserveAspectRatio="none" aria-hidden="true">
      ${lines.map(({ from, to, isOneOfSeveral }) => {
        const [start, end] = [points.get(from), points.get(to)]
        if (!start || !end) return nothing
        const look = way.has(from) && way.has(to) ? 'way' : graph.find(from)?.counts ? 'met' : ''
        return svg`<path class=${`${look} ${isOneOfSeveral ? 'one-of-several' : ''}`} d=${linePath(start, end)}/>`
      })}
    </svg>`
}
