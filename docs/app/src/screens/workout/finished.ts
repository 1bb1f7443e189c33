import type { Session } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { decisions } from '../../data/decisions.js'
import { waitingAbout } from '../../data/sessions.js'
import { linkTo } from '../../shell/route.js'
import { amount, count } from '../../ui/format.js'
import { reopen } from './actions.js'

/** What came of a finished workout: what was decided, and why. */
export function finished(session: Session): TemplateResult {
  const minutes = minutesOf(session)
  return html`
    <section class="card">
      <h2>Well done</h2>
      <p>${minutes === null ? 'The workout is finished.' : `${count(minutes, 'minute')}.`}
        ${waitingAbout(session.id) > 0 ? 'It is kept on this device, and sent once there is a network: then you see here what changes next time.' : nothing}</p>
      ${decided(session.id)}
      <div class="row">
        <a class="button main" href=${linkTo('today')}>Done</a>
        <button class="button" @click=${() => void reopen(session.id)}>Go on training</button>
      </div>
    </section>`
}

function decided(sessionId: string): TemplateResult | typeof nothing {
  const found = decisions(sessionId).value()?.data ?? []
  if (found.length === 0) return nothing
  return html`
    <h3>Next time</h3>
    <ul>${found.map(
      ({ exercise, workingAfter, explanation }) => html`
      <li><strong>${exercise.name}</strong>: ${workingAfter.map(amount).join(', ')}<br><span class="quiet">${explanation}</span></li>`,
    )}
    </ul>`
}

function minutesOf({ durationMinutes, startedAt, completedAt }: Session): number | null {
  if (durationMinutes !== null && completedAt === null) return durationMinutes
  if (startedAt === null || completedAt === null) return null
  return Math.max(1, Math.round((Date.parse(completedAt) - Date.parse(startedAt)) / 60_000))
}
