import type { TrainingDecision } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { decisions } from '../../data/decisions.js'
import { type ListedSession, sessionAsKnown } from '../../data/sessions.js'
import { linkTo } from '../../shell/route.js'
import { count, longDay } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'
import { labelOf } from '../../ui/label.js'
import { meter } from '../../ui/meter.js'
import { doneOf } from './done-of.js'

/** A session that runs, or is planned: what it holds, and the way into it. */
export function openCard(listed: ListedSession): TemplateResult {
  const isRunning = listed.status === 'in_progress'
  return html`
    <section class="card lead">
      <h2>${isRunning ? 'Your workout runs' : 'Planned for today'}</h2>
      ${listed.date === dateOfToday() ? nothing : html`<p class="quiet">Begun on ${longDay(listed.date)}</p>`}
      ${isRunning ? done(listed.id) : nothing}
      ${contents(listed)}
      <a class="button main wide" href=${linkTo('workout', listed.id)}>${isRunning ? 'Continue' : 'Start'}</a>
    </section>`
}

function done(id: string): TemplateResult | typeof nothing {
  const session = sessionAsKnown(id)
  if (!session) return nothing
  const { done: sets, planned } = doneOf(session)
  return html`<p>${sets} of ${count(planned, 'set')} done</p><p>${meter(sets, planned)}</p>`
}

function contents({ exercises, time, durationMinutes }: ListedSession): TemplateResult {
  const facts = [
    ...(time === null ? [] : [`at ${time}`]),
    count(exercises.length, 'exercise'),
    ...(durationMinutes === null ? [] : [`about ${durationMinutes} minutes`]),
  ]
  return html`
    <p class="quiet">${facts.join(' · ')}</p>
    <ul class="names">${exercises.map(({ name }) => html`<li>${name}</li>`)}</ul>`
}

/** A completed session, with what follows from it. */
export function completedCard(listed: ListedSession): TemplateResult {
  const found = decisions(listed.id).value()?.data ?? []
  return html`
    <section class="card">
      <h2 class="row">${icon('check')} Done today</h2>
      ${found.length === 0 ? contents(listed) : html`<ul class="plain">${found.map(decided)}</ul>`}
      <a class="button" href=${linkTo('workout', listed.id)}>Look at it</a>
    </section>`
}

function decided({ exercise, decision, explanation }: TrainingDecision): TemplateResult {
  return html`
    <li>
      <details>
        <summary>${exercise.name}: ${labelOf('decisions', decision)}</summary>
        <p class="quiet">${explanation}</p>
      </details>
    </li>`
}
