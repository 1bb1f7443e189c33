import { html, type TemplateResult } from 'lit-html'
import { labelOf } from '../../ui/label.js'
import { openSkill } from './open-skill.js'
import { ring } from './ring.js'
import type { Skill } from './skill-graph.js'
import { percent } from './standing.js'

/** An exercise as a button that opens it: its name, and where the athlete stands. */
export function node(skill: Skill, note = ''): TemplateResult {
  const { slug, name, status } = skill
  return html`
    <button class="skill ${status}" data-skill=${slug} aria-haspopup="dialog" @click=${() => openSkill(slug)}>
      ${ring(skill)}
      <span class="skill-name">${name}</span>
      <span class="skill-state">${[stateOf(skill), note].filter((part) => part !== '').join(' · ')}</span>
    </button>`
}

function stateOf({ status, progress, barredBy }: Skill): string {
  const share = status === 'in_work' ? `, ${percent(progress)}` : ''
  return `${labelOf('skillStatuses', status)}${share}${barredBy.length > 0 ? ', not today' : ''}`
}
