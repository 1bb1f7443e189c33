import { html, nothing, type TemplateResult } from 'lit-html'
import { exerciseOf } from '../../data/resources.js'
import { linkTo } from '../../shell/route.js'
import { labelOf } from '../../ui/label.js'
import { goalForm } from './goal-form.js'
import { node } from './node.js'
import { ring } from './ring.js'
import type { Skill, SkillGraph } from './skill-graph.js'
import { standing } from './standing.js'
import { wayView } from './way-view.js'

/** All that is known of an exercise. */
export function skillDetails(skill: Skill, graph: SkillGraph): TemplateResult {
  const known = exerciseOf(skill.slug)
  const opened = graph.openedBy(skill.slug)
  return html`
    <p class="row">
      <span class="chip ${skill.category.toLowerCase()}">${labelOf('categories', skill.category)}</span>
      <span class="chip">${labelOf('levels', skill.level)}</span>
    </p>
    ${known ? html`<p>${known.description}</p>` : nothing}
    <div class="skill-standing ${skill.status}">${ring(skill)}<p>${standing(skill).join(' ')}</p></div>
    ${barred(skill)}
    ${lockedBy(skill, graph)}
    ${skill.status === 'locked' ? wayView(skill, graph) : nothing}
    ${skill.status === 'mastered' ? nothing : goalForm(skill)}
    ${known && known.cues.length > 0 ? html`<h3>How it is done</h3><ul>${known.cues.map((cue) => html`<li>${cue}</li>`)}</ul>` : nothing}
    ${opened.length === 0 ? nothing : html`<h3>What it leads to</h3>${nodes(opened)}`}
    <h3>What it takes</h3>
    <p>Equipment: ${equipment(skill)}.${known ? html`<br>Muscles: ${known.primaryMuscles.map((muscle) => labelOf('muscles', muscle)).join(', ')}.` : nothing}</p>
    <a class="button wide" href=${linkTo('progress', 'exercise', skill.slug)}>See its history</a>`
}

function barred({ barredBy }: Skill): TemplateResult | typeof nothing {
  if (barredBy.length === 0) return nothing
  return html`<p class="notice warn">Not offered today: ${barredBy.map((bar) => labelOf('bars', bar).toLowerCase()).join(', ')}.</p>`
}

function lockedBy(skill: Skill, graph: SkillGraph): TemplateResult | typeof nothing {
  if (skill.lockedBy.length === 0) return nothing
  return html`
    <h3>What locks it</h3>
    ${skill.lockedBy.map(
      ({ anyOf }) => html`
        ${anyOf.length > 1 ? html`<p class="quiet">One of these is enough:</p>` : nothing}
        ${nodes(anyOf.flatMap(({ slug }) => graph.find(slug) ?? []))}`,
    )}`
}

function nodes(skills: readonly Skill[]): TemplateResult {
  return html`<ul class="plain skills">${skills.map((skill) => html`<li>${node(skill)}</li>`)}</ul>`
}

function equipment({ equipment: groups }: Skill): string {
  if (groups.length === 0) return 'none'
  return groups.map((anyOf) => anyOf.map((thing) => labelOf('equipment', thing)).join(' or ')).join('; ')
}
