import type { Readiness, Today } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { labelOf } from '../../ui/label.js'
import { checkInForm } from './check-in-form.js'

/** How ready the athlete is, and the question that it rests on. */
export function readinessCard({ readiness, waiting: { checkIn } }: Today): TemplateResult {
  return html`
    <section class="card">
      <h2>Readiness</h2>
      ${readiness === null ? consent() : score(readiness, checkIn)}
      ${readiness !== null && checkIn ? checkInForm() : nothing}
    </section>`
}

function consent(): TemplateResult {
  return html`
    <p>How you slept and what hurts is health data: it is asked and kept only if you agree.
    <a href=${linkTo('account', 'privacy')}>Agree under “Privacy”</a>, and workouts follow how you feel.</p>`
}

function score({ score: points, band, explanation, note, checkIn, date }: Readiness, isAsked: boolean): TemplateResult {
  // the answer is older than the check-in
  if (!isAsked && checkIn?.date !== date) return html`<p>Your check-in is saved. Readiness follows once it is sent.</p>`
  return html`
    ${points === null ? nothing : html`<p><span class="big">${Math.round(points)}</span> of 100${band === null ? nothing : `, ${labelOf('readinessBands', band)}`}</p>`}
    <p>${explanation}</p>
    ${points === null ? nothing : html`<p class="quiet small">${note}</p>`}`
}
