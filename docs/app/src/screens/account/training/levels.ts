import type { CategoryLevel } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { levels, vocabularies } from '../../../data/resources.js'
import type { Page } from '../../../shell/pages.js'
import { linkTo } from '../../../shell/route.js'
import { announce } from '../../../ui/announce.js'
import { form, formFault, sendButton } from '../../../ui/form.js'
import { known } from '../../../ui/known.js'
import { levelFields, levelsIn } from '../../start/level-fields.js'
import { backToAccount } from '../back.js'

const changing = form('own-levels')

/** The level of each category, which the athlete may overrule. */
export const levelsPage: Page = {
  title: 'Levels',
  needs: [levels, vocabularies],
  view: () => html`${backToAccount()} ${known(levels, levelsForm)}`,
}

function levelsForm(all: readonly CategoryLevel[]): TemplateResult {
  const send = async (values: FormData) => {
    const said = levelsIn(values)
    for (const { category, level: before } of all) {
      const level = said[category]
      if (level !== undefined && level !== before) await ciq.me.putLevel({ category, body: { level } })
    }
    await levels.refresh(true)
    announce('Saved.')
  }
  return html`
    <form class="card" id=${changing.name} @submit=${changing.submit(send)}>
      ${levelFields(null, Object.fromEntries(all.map(({ category, level }) => [category, level])))}
      ${formFault(changing)} ${sendButton(changing, 'Save')}
    </form>
    <p>Not sure? <a href=${linkTo('start', 'questions')}>Answer a few questions</a></p>`
}
