import { html, nothing, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { ask } from '../../ui/ask.js'
import { count } from '../../ui/format.js'
import { labelOf } from '../../ui/label.js'
import { deleteSession, moveSession, skipSession } from './change-session.js'
import type { WeekDay, WeekSession } from './week-session.js'

/** A session of a week: how it went, what it holds, and what can still be done about it. */
export function sessionCard(session: WeekSession, { week, today }: WeekDay): TemplateResult {
  const { id, date, time, status, durationMinutes } = session
  const isMissed = status === 'planned' && date < today
  const facts = [time, durationMinutes === null ? null : count(durationMinutes, 'minute')].filter(
    (fact) => fact !== null,
  )
  return html`
    <article class="week-session">
      <h3>${isMissed ? 'Missed' : labelOf('sessionStatuses', status)}${facts.length > 0 ? html`<span class="quiet">, ${facts.join(', ')}</span>` : nothing}</h3>
      ${contents(session)}
      <a class="button" href=${linkTo('workout', id)}>${status === 'in_progress' ? 'Continue' : 'Open'}<span class="unseen"> the session</span></a>
      ${status === 'planned' ? changes(session, week, today) : nothing}
    </article>`
}

function contents({ exercises }: WeekSession): TemplateResult {
  if (exercises.length === 0) return html`<p class="quiet">Without exercises so far.</p>`
  const [done, planned] = [sum(exercises.map((each) => each.done)), sum(exercises.map((each) => each.planned))]
  return html`
    <details>
      <summary>${count(exercises.length, 'exercise')}, ${done} of ${count(planned, 'set')}</summary>
      <ul class="plain lines">
        ${exercises.map(
          (each) => html`
            <li class="row apart"><span>${each.name}</span><span class="quiet">${each.done} of ${count(each.planned, 'set')}</span></li>`,
        )}
      </ul>
    </details>`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function changes({ id, date, time }: WeekSession, week: string, today: string): TemplateResult {
  const move = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    void moveSession(week, id, `${form.get('date')}`, `${form.get('time')}`)
  }
  return html`
    <details>
      <summary>Move, skip or delete</summary>
      <form @submit=${move}>
        <div class="pair">
          <label class="field">Day <input type="date" name="date" required value=${date < today ? today : date}></label>
          <label class="field">Time <input type="time" name="time" value=${time ?? ''}></label>
        </div>
        <div class="row">
          <button class="button">Move it</button>
          <button class="button" type="button" @click=${() => void skipSession(week, id)}>Skip it</button>
          <button class="button" type="button" @click=${() => void askToDelete(week, id)}>Delete it</button>
        </div>
      </form>
    </details>`
}

async function askToDelete(week: string, id: string): Promise<void> {
  const choices = [{ value: 'delete', label: 'Delete it', isMain: true }] as const
  const answer = await ask(
    'Delete this session?',
    'It is gone for good then. To keep it in your history, skip it.',
    choices,
  )
  if (answer === 'delete') await deleteSession(week, id)
}
