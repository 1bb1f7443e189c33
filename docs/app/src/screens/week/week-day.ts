import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { longDay } from '../../ui/format.js'
import { startEmpty } from '../../workout/start-empty.js'
import { sessionCard } from './session-card.js'
import type { WeekDay } from './week-session.js'

/** A day with its sessions, in the order of their times. */
export function weekDay(day: WeekDay): TemplateResult {
  const { date, today, sessions } = day
  const isToday = date === today
  const inOrder = sessions.toSorted((one, other) => (one.time ?? '').localeCompare(other.time ?? ''))
  return html`
    <section class="card day">
      <div class="row apart">
        <h2>${longDay(date)}</h2>
        ${isToday ? html`<span class="chip">Today</span>` : nothing}
      </div>
      ${sessions.length === 0 ? html`<p class="quiet">${date < today ? 'No session.' : 'Nothing planned.'}</p>` : nothing}
      ${repeat(
        inOrder,
        ({ id }) => id,
        (session) => sessionCard(session, day),
      )}
      ${isToday ? html`<button class="button" @click=${() => void startEmpty()}>Empty session</button>` : nothing}
    </section>`
}
