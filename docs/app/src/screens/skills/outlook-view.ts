import { html, nothing, type TemplateResult } from 'lit-html'
import { vocabularies } from '../../data/resources.js'
import { count } from '../../ui/format.js'
import { labelOf } from '../../ui/label.js'
import { node } from './node.js'
import { aheadOn, openingNext, trainableNow } from './outlook.js'
import type { Skill, SkillGraph } from './skill-graph.js'

/** What an athlete asks the tree: what can I do now, what comes next, and what is missing for a skill. */
export function outlookView(skills: readonly Skill[], graph: SkillGraph): TemplateResult {
  const now = trainableNow(skills).map((skill) => node(skill, labelOf('levels', skill.level)))
  const next = openingNext(skills, graph).map(({ skill, after }) =>
    node(skill, `after ${after.map(({ name }) => name).join(' and ')}`),
  )
  return html`
    <div class="card skill-outlook">
      ${part('What you can train now', now)} ${part('What opens next', next)} ${part('What is missing for a skill', ahead(skills, graph))}
    </div>`
}

function ahead(skills: readonly Skill[], graph: SkillGraph): readonly TemplateResult[] {
  const ladders = (vocabularies.value()?.skills ?? []).filter(({ code }) =>
    skills.some(({ ladder }) => ladder === code),
  )
  return ladders.flatMap(({ code, label }) => {
    const found = aheadOn(code, graph)
    if (!found) return []
    const { skill, missing } = found
    return [
      node(
        skill,
        `${label}: ${missing.length === 0 ? 'nothing is missing' : `${count(missing.length, 'exercise')} missing`}`,
      ),
    ]
  })
}

function part(title: string, nodes: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (nodes.length === 0) return nothing
  return html`
    <details>
      <summary>${title} (${nodes.length})</summary>
      <ul class="plain skills">${nodes.map((each) => html`<li>${each}</li>`)}</ul>
    </details>`
}
