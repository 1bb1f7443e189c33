import { html, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import { repeat } from 'lit-html/directives/repeat.js'
import { redraw } from '../../shell/redraw.js'
import { announce } from '../../ui/announce.js'
import { count } from '../../ui/format.js'
import { labelOf } from '../../ui/label.js'
import { categories } from './address.js'
import { findSkills, isSearch, type Wanted } from './find-skills.js'
import { node } from './node.js'
import type { Skill } from './skill-graph.js'

/** How long nothing is typed before what was found is told, in milliseconds. */
const pauseMs = 600
const statuses = ['in_work', 'open', 'locked', 'mastered'] as const satisfies readonly Skill['status'][]
let wanted: Wanted = { name: '', status: null }
let telling: ReturnType<typeof setTimeout> | undefined

/** Whether exercises are looked for, so that what was found is shown in place of the tree. */
export const isSearching = (): boolean => isSearch(wanted)

/** The fields to look for exercises by name and status. */
export function searchFields(skills: readonly Skill[]): TemplateResult {
  const countOf = (status: string) => skills.filter((skill) => skill.status === status).length
  return html`
    <form class="skill-search" role="search" aria-label="Exercises" @input=${(event: Event) => look(event, skills)} @submit=${(event: Event) => event.preventDefault()}>
      <div class="field">
        <label for="skill-name-field">Find an exercise</label>
        <input id="skill-name-field" name="name" type="search" autocomplete="off" enterkeyhint="search" .value=${live(wanted.name)}>
      </div>
      <div class="field">
        <label for="skill-status-field">Status</label>
        <select id="skill-status-field" name="status">
          <option value="">All</option>
          ${statuses.map((status) => html`<option value=${status} ?selected=${status === wanted.status}>${labelOf('skillStatuses', status)} (${countOf(status)})</option>`)}
        </select>
      </div>
    </form>`
}

function look({ currentTarget }: Event, skills: readonly Skill[]): void {
  const typed = new FormData(currentTarget as HTMLFormElement)
  const status = statuses.find((one) => one === typed.get('status')) ?? null
  wanted = { name: `${typed.get('name')}`, status }
  redraw()
  clearTimeout(telling)
  if (isSearching()) telling = setTimeout(() => announce(foundText(findSkills(skills, wanted).length)), pauseMs)
}

function foundText(length: number): string {
  return length === 0 ? 'No exercise found.' : `${count(length, 'exercise')} found.`
}

/** What was found in all categories, that of the tree first. */
export function foundView(skills: readonly Skill[], shown: string): TemplateResult {
  const found = findSkills(skills, wanted)
  const inOrder = [...categories].sort((one, other) => Number(other === shown) - Number(one === shown))
  return html`
    <p class="quiet">${foundText(found.length)}</p>
    ${inOrder.map((category) => {
      const members = found.filter((skill) => skill.category === category)
      if (members.length === 0) return ''
      return html`
        <h2>${labelOf('categories', category)}</h2>
        <ul class="plain skills">${repeat(
          members,
          ({ slug }) => slug,
          (skill) => html`<li>${node(skill, labelOf('levels', skill.level))}</li>`,
        )}</ul>`
    })}`
}
