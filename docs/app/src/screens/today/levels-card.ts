import type { CategoryLevel } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { labelOf } from '../../ui/label.js'

/** Where the athlete stands, category by category. */
export function levelsCard(levels: readonly CategoryLevel[]): TemplateResult {
  return html`
    <section class="card">
      <h2>Your levels</h2>
      <ul class="plain levels">
        ${levels.map(
          ({ category, level, levelName }) => html`
            <li>
              <span class=${category.toLowerCase()}>${labelOf('categories', category)}</span>
              <span class="big">${level}</span>
              <span class="quiet">${levelName}</span>
            </li>`,
        )}
      </ul>
      <a href=${linkTo('skills')}>What they open</a>
    </section>`
}
