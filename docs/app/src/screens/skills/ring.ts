import { html, type TemplateResult } from 'lit-html'
import { type IconName, icon } from '../../ui/icon.js'
import type { Skill } from './skill-graph.js'

const icons: Readonly<Record<Skill['status'], IconName>> = {
  locked: 'lock',
  open: 'unlocked',
  in_work: 'progress',
  mastered: 'star',
}

/** A picture of where somebody stands, beside words that say it: the status, in a ring that fills. */
export function ring({ status, progress }: Skill): TemplateResult {
  return html`
    <span class="ring" aria-hidden="true">
      <svg viewBox="0 0 36 36">
        <circle cx="18" cy="18" r="16" pathLength="100"/>
        <circle class="done" cx="18" cy="18" r="16" pathLength="100" stroke-dasharray=${`${progress * 100} 100`}/>
      </svg>
      ${icon(icons[status])}
    </span>`
}
