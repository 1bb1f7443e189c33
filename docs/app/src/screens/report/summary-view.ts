import type { Output } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { numberText } from '../../charts/numbers.js'
import { vocabularies } from '../../data/resources.js'
import { count, shortDay } from '../../ui/format.js'
import { names } from '../progress/names.js'
import { recordText } from '../progress/record-text.js'
import type { Standing, Summary } from './summary.js'

/** The numbers of a report, before its list of sessions. */
export function summaryView(summary: Summary, adherence: Output<'progress.adherence'> | null): TemplateResult {
  return html`
    <dl class="facts">
      ${fact('Sessions', `${summary.done.length} of ${summary.planned}`)}
      ${summary.planned === 0 ? nothing : fact('Of the plan', `${Math.round((100 * summary.done.length) / summary.planned)} %`)}
      ${fact('Minutes', numberText(summary.minutes))}
      ${adherence ? fact('Streak', count(adherence.currentStreakWeeks, 'week')) : nothing}
      ${summary.bodyMassKg ? fact('Body mass', changeText(summary.bodyMassKg, 'kg')) : nothing}
    </dl>
    ${categoriesTable(summary)}
    ${records(summary)}
    ${summary.mastered.length === 0 ? nothing : html`<section><h2>Mastered</h2><p>${summary.mastered.join(', ')}</p></section>`}`
}

function fact(term: string, value: string): TemplateResult {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`
}

/** `72.5 kg`, or `74 → 72.5 kg` where it changed. */
function changeText({ from, to }: Standing, unit = ''): string {
  if (to === null) return '–'
  const now = `${numberText(to)} ${unit}`.trim()
  return from === null || from === to ? now : `${numberText(from)} → ${now}`
}

function categoriesTable({ sets, abilities, levels }: Summary): TemplateResult {
  const of = (standings: readonly Standing[], category: string) => standings.find((one) => one.category === category)
  const labels = vocabularies.value()?.levels ?? []
  const levelText = (level: number | null | undefined) => labels.find(({ code }) => code === level)?.label ?? ''
  return html`
    <section>
      <h2>Strength and work</h2>
      <div class="wide" role="group" aria-label="Strength and work" tabindex="0">
        <table>
          <thead><tr><th scope="col">Movements</th><th scope="col">Level</th><th scope="col">Ability</th><th scope="col">Hard sets</th></tr></thead>
          <tbody>
            ${sets.map(({ category, sets: done }) => {
              const level = of(levels, category)
              const ability = of(abilities, category)
              return html`
                <tr>
                  <th scope="row">${names()[category] ?? category}</th>
                  <td>${level ? changeText(level) : '–'} ${levelText(level?.to)}</td>
                  <td>${ability ? changeText(ability) : '–'}</td>
                  <td>${done}</td>
                </tr>`
            })}
          </tbody>
        </table>
      </div>
    </section>`
}

function records({ records }: Summary): TemplateResult | typeof nothing {
  if (records.length === 0) return nothing
  return html`
    <section>
      <h2>Records</h2>
      <ul class="plain two">
        ${records.map(
          ({ exercise, kind, value, on }) =>
            html`<li>${exercise.name}: <strong>${recordText(kind, value)}</strong> <span class="quiet">${shortDay(on)}</span></li>`,
        )}
      </ul>
    </section>`
}
