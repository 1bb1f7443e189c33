import { html, nothing, type TemplateResult } from 'lit-html'
import { keyed } from 'lit-html/directives/keyed.js'
import { ref } from 'lit-html/directives/ref.js'
import { icon } from '../../ui/icon.js'
import { closeSkill } from './open-skill.js'
import { skillDetails } from './skill-details.js'
import type { Skill, SkillGraph } from './skill-graph.js'

/** The exercise that the address names, in a dialog over the tree of this category; closed while it names none. */
export function skillDialog(skill: Skill | undefined, graph: SkillGraph, category: string): TemplateResult {
  const close = () => closeSkill(category)
  const closeFirst = (event: Event) => {
    // the address closes it
    event.preventDefault()
    close()
  }
  const closeBeside = ({ target, currentTarget }: Event) => target === currentTarget && close()
  return html`
    <dialog class="skill-dialog" aria-labelledby="skill-title" @cancel=${closeFirst} @close=${close} @click=${closeBeside}
      ${ref((element) => queueMicrotask(() => element && follow(element as HTMLDialogElement, skill)))}>
      ${skill ? keyed(skill.slug, content(skill, graph, close)) : nothing}
    </dialog>`
}

function content(skill: Skill, graph: SkillGraph, close: () => void): TemplateResult {
  return html`
    <div class="skill-sheet">
      <div class="row apart">
        <h2 id="skill-title" tabindex="-1" autofocus>${skill.name}</h2>
        <button class="button round" aria-label="Close" @click=${close}>${icon('close')}</button>
      </div>
      ${skillDetails(skill, graph)}
    </div>`
}

/** Opens or closes the dialog as the address says; closed, it gives the focus back to what opened it. */
function follow(dialog: HTMLDialogElement, skill: Skill | undefined): void {
  if (!dialog.isConnected) return
  const { shown } = dialog.dataset
  dialog.dataset.shown = skill?.slug ?? ''
  if (skill && !dialog.open) dialog.showModal()
  else if (skill && shown !== skill.slug) beginAt(dialog)
  else if (!skill && dialog.open) {
    dialog.close()
    if (document.activeElement === document.body) nodeOf(shown)?.focus()
  }
}

function beginAt(dialog: HTMLDialogElement): void {
  dialog.scrollTop = 0
  dialog.querySelector('h2')?.focus()
}

function nodeOf(slug = ''): HTMLElement | null {
  return document.querySelector(`[data-skill="${CSS.escape(slug)}"]`)
}
