import { html } from 'lit-html'
import { levels, vocabularies } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { linkTo } from '../../shell/route.js'
import { known } from '../../ui/known.js'
import { labelOf } from '../../ui/label.js'

/** What the coach makes of the answers. */
export const doneStep: Page = {
  title: 'You are set',
  needs: [levels, vocabularies],
  view: () => html`
    <div class="card">
      <p>This is where you begin. The coach moves on from here with every workout that you log.</p>
      ${known(
        levels,
        (all) => html`
          <ul class="plain lines">
            ${all.map(({ category, level, levelName }) => html`<li class="row apart"><span>${labelOf('categories', category)}</span> <span>${level} · ${levelName}</span></li>`)}
          </ul>`,
      )}
      <a class="button main wide" href=${linkTo('today')}>See what today brings</a>
    </div>`,
}
