import { html, nothing, type TemplateResult } from 'lit-html'
import { count } from '../../ui/format.js'
import { node } from './node.js'
import type { Skill, SkillGraph } from './skill-graph.js'
import { wayTo } from './way.js'

/** All that is missing for an exercise, in the order in which it can be trained. */
export function wayView(skill: Skill, graph: SkillGraph): TemplateResult | typeof nothing {
  const steps = wayTo(skill, graph)
  if (steps.length < 2) return nothing
  return html`
    <h3>The way there: ${count(steps.length, 'exercise')}</h3>
    <ol class="plain skills skill-way">${steps.map(
      ({ skill: step, orElse }) =>
        html`<li>${node(step, orElse.length === 0 ? '' : `or ${orElse.map(({ name }) => name).join(', ')}`)}</li>`,
    )}</ol>`
}
