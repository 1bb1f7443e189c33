import type { WarmUpStep } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { setsInShort } from '../../ui/sets-in-short.js'

/** What comes before the first exercise; on a day of recovery all there is. */
export function warmUp(steps: readonly WarmUpStep[]): TemplateResult {
  const isMobility = steps.every(({ kind }) => kind === 'mobility')
  return html`
    <section class="card">
      <h2>${isMobility ? 'Mobility' : 'Warm-up'}</h2>
      <ol class="plain lines">
        ${steps.map(
          ({ exercise, sets, explanation }) => html`
            <li>
              ${exercise ? html`<div class="row apart"><strong>${exercise.name}</strong><span>${setsInShort(sets)}</span></div>` : ''}
              <span class=${exercise ? 'quiet small' : ''}>${explanation}</span>
            </li>`,
        )}
      </ol>
    </section>`
}
