import type { NextWorkout } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { exerciseOf } from '../../data/resources.js'
import { labelOf } from '../../ui/label.js'
import { reasons } from './reasons.js'

/** What shaped the workout besides its exercises: pain, an easier week, what is missing, and what would help. */
export function sideNotes({ blocked, easierWeek, missing, leftOut, hints, week }: NextWorkout): TemplateResult {
  return html`
    ${easierWeek === null ? nothing : html`<p class="notice">${easierWeek.explanation}</p>`}
    ${blocked.map(({ explanation }) => html`<p class="notice warn">${explanation}</p>`)}
    <section class="card">
      <h2>What does not come, and why</h2>
      ${missing.length === 0 ? nothing : reasons(missing.map(({ reason }) => reason))}
      ${leftOut.length === 0 ? nothing : folded('Exercises that were left out', leftOutList(leftOut))}
      ${week.length === 0 ? nothing : folded('Hard sets of the last seven days', reasons(week))}
      ${hints.length === 0 ? nothing : folded('Equipment that would help', reasons(hints))}
    </section>`
}

function folded(title: string, content: TemplateResult): TemplateResult {
  return html`<details><summary>${title}</summary>${content}</details>`
}

function leftOutList(leftOut: NextWorkout['leftOut']): TemplateResult {
  return html`
    <ul class="reasons">
      ${leftOut.map(({ slug, bar }) => html`<li>${exerciseOf(slug)?.name ?? slug}: ${labelOf('leftOut', bar)}</li>`)}
    </ul>`
}
