import { html, nothing, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { labelOf } from '../../ui/label.js'
import { categories } from './address.js'

/** Links to the trees of the categories. */
export function categoriesView(shown: string): TemplateResult {
  return html`
    <nav class="skill-categories" aria-label="Categories">
      ${categories.map(
        (category) => html`
          <a class="button" href=${linkTo('skills', category.toLowerCase())} aria-current=${category === shown ? 'page' : nothing}>${labelOf('categories', category)}</a>`,
      )}
    </nav>`
}
