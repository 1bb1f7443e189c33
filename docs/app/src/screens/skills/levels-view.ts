import { html, nothing, type TemplateResult } from 'lit-html'
import { keyed } from 'lit-html/directives/keyed.js'
import { repeat } from 'lit-html/directives/repeat.js'
import { labelOf } from '../../ui/label.js'
import { node } from './node.js'
import type { Shown } from './shown.js'
import type { Skill } from './skill-graph.js'

/** The tree on a phone: level below level, with the athlete's own open, and each in the order of its ladders. */
export function levelsView({ category, skills, level, way }: Shown): TemplateResult {
  const levels = [...new Set(skills.map((skill) => skill.level))].sort((one, other) => one - other)
  return html`${keyed(
    category,
    levels.map((each) =>
      levelView(
        each,
        skills.filter((skill) => skill.level === each),
        { isOwn: each === level, way },
      ),
    ),
  )}`
}

function levelView(
  level: number,
  skills: readonly Skill[],
  { isOwn, way }: { readonly isOwn: boolean; readonly way: ReadonlySet<string> },
): TemplateResult {
  const byLadder = skills.toSorted(
    (one, other) => one.slot.localeCompare(other.slot) || one.ladder.localeCompare(other.ladder),
  )
  const mastered = skills.filter(({ status }) => status === 'mastered').length
  return html`
    <details class="skill-level" ?open=${isOwn}>
      <summary>
        ${labelOf('levels', level)} ${isOwn ? html`<span class="chip">Your level</span>` : nothing}
        <span class="quiet small">${mastered} of ${skills.length} mastered</span>
      </summary>
      <ul class="plain skills">${repeat(
        byLadder,
        ({ slug }) => slug,
        (skill) =>
          html`<li class=${way.has(skill.slug) ? 'on-way' : ''}>${node(skill, way.has(skill.slug) ? 'on the way' : '')}</li>`,
      )}</ul>
    </details>`
}
