import type { Week } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { labelOf } from './label.js'
import { meter } from './meter.js'

/** How many of the planned sets of a week are done, category by category. */
export function categorySets(categories: Week['categories']): TemplateResult {
  return html`
    <ul class="plain category-sets">
      ${categories.map(
        ({ category, plannedSets, completedSets, extraSets }) => html`
          <li>
            <div class="row apart">
              <span>${labelOf('categories', category)}</span>
              <span class="quiet small">${completedSets} of ${plannedSets} sets${extraSets > 0 ? `, ${extraSets} more` : ''}</span>
            </div>
            ${meter(completedSets, plannedSets, category.toLowerCase())}
          </li>`,
      )}
    </ul>`
}
