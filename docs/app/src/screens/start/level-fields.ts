import type { Category, Level } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { vocabularies } from '../../data/resources.js'
import { numberOf } from '../../ui/form.js'
import { known } from '../../ui/known.js'

type Chosen = Partial<Record<Category, Level>>

/**
 * A choice of a level in each category.
 *
 * @param unsaid what stands for no choice; null when every category has a level.
 */
export function levelFields(unsaid: string | null, chosen: Chosen = {}): TemplateResult {
  return known(
    vocabularies,
    ({ categories, levels }) => html`
      ${categories.map(
        ({ code, label, description }) => html`
          <div class="field">
            <label for="level-${code}">${label}</label>
            <select id="level-${code}" name=${code} aria-describedby="level-${code}-hint">
              ${unsaid === null ? nothing : html`<option value="">${unsaid}</option>`}
              ${levels.map((level) => html`<option value=${level.code} ?selected=${chosen[code] === level.code}>${level.code} · ${level.label}</option>`)}
            </select>
            <span class="quiet small" id="level-${code}-hint">${description}</span>
          </div>`,
      )}`,
  )
}

/** The levels that were chosen. */
export function levelsIn(values: FormData): Chosen {
  const said = (vocabularies.value()?.categories ?? []).flatMap(({ code }) => {
    const level = numberOf(values, code)
    return level === null ? [] : [[code, level]]
  })
  return Object.fromEntries(said)
}
