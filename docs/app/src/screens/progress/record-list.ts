import type { Output } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { shortDay } from '../../ui/format.js'
import { recordText } from './record-text.js'

type Records = Output<'progress.records'>['data']

/** How many records are shown before somebody asks for all. */
const shownMax = 8

/** Personal records, latest first; each leads to the charts of its exercise. */
export function recordList(records: Records): TemplateResult {
  if (records.length === 0)
    return html`<p class="quiet">Your best sets will stand here once you have completed a session.</p>`
  const older = records.slice(shownMax)
  return html`
    ${list(records.slice(0, shownMax))}
    ${older.length === 0 ? '' : html`<details><summary>${older.length} more</summary>${list(older)}</details>`}`
}

function list(records: Records): TemplateResult {
  return html`
    <ul class="plain records">
      ${records.map(
        ({ exercise, kind, value, on }) => html`
          <li class="row apart">
            <a href=${linkTo('progress', 'exercise', exercise.slug)}>${exercise.name}</a>
            <span><strong>${recordText(kind, value)}</strong> <span class="quiet small">${shortDay(on)}</span></span>
          </li>`,
      )}
    </ul>`
}
