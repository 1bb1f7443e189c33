import type { SessionExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { exerciseOf, vocabularies } from '../../data/resources.js'
import type { NextSet } from './next-set.js'

/** What most sets have nothing to say about. */
export function setDetails({ exercise }: SessionExercise, next: NextSet, hasConsent: boolean): TemplateResult {
  const isLoadable = exerciseOf(exercise.slug)?.loadable ?? false
  return html`
    <details ?open=${next.side !== null}>
      <summary>More about this set</summary>
      ${exercise.unilateral ? sideField(next) : nothing}
      ${isLoadable ? field('weightKg', 'Added weight in kg, less than 0 for help') : nothing}
      <div class="field">
        <label for="kind">Kind</label>
        <select id="kind" name="kind">
          ${(vocabularies.value()?.setKinds ?? []).map(({ code, label }) => html`<option value=${code === 'working' ? '' : code} ?selected=${code === 'working'}>${label}</option>`)}
        </select>
      </div>
      ${hasConsent ? painFields() : nothing}
      ${field('notes', 'Notes', 'text')}
    </details>`
}

function sideField({ side }: NextSet): TemplateResult {
  const choices = side === null ? (['', 'left', 'right'] as const) : ([side] as const)
  return html`
    <fieldset>
      <legend>Side</legend>
      <div class="choices">
        ${choices.map((choice, index) => html`<label><input type="radio" name="side" value=${choice} ?checked=${index === 0}>${choice === '' ? 'both alike' : choice}</label>`)}
      </div>
    </fieldset>`
}

function painFields(): TemplateResult {
  return html`
    ${field('pain', 'Pain, 0 to 10')}
    <div class="field">
      <label for="painSite">Where it hurt</label>
      <select id="painSite" name="painSite">
        <option value="">–</option>
        ${(vocabularies.value()?.painSites ?? []).map(({ code, label }) => html`<option value=${code}>${label}</option>`)}
      </select>
    </div>`
}

function field(name: string, label: string, mode: 'decimal' | 'text' = 'decimal'): TemplateResult {
  return html`<div class="field"><label for=${name}>${label}</label><input id=${name} name=${name} inputmode=${mode} autocomplete="off"></div>`
}
