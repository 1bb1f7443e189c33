import type { ReviewItem, SessionOutline, Today } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { submit, waiting } from '../../data/outbox.js'
import { today } from '../../data/resources.js'
import { linkTo } from '../../shell/route.js'
import { announce } from '../../ui/announce.js'
import { amount, longDay, shortDay } from '../../ui/format.js'

/** What waits for a word of the athlete. */
export function waitingCards({ deload, waiting: { review, sessions } }: Today): TemplateResult {
  return html`
    ${deload.due && !isAnswered() ? easierWeek(deload.explanation) : nothing}
    ${deload.current ? html`<p class="notice">This is an easier week, until ${longDay(deload.current.endsOn)}.</p>` : nothing}
    ${review.items.length > 0 ? toReview(review.items) : nothing}
    ${sessions.length > 0 ? leftOpen(sessions) : nothing}`
}

function isAnswered(): boolean {
  return waiting().some(
    ({ operation }) => operation === 'recovery.beginDeload' || operation === 'recovery.declineDeload',
  )
}

function easierWeek(explanation: string): TemplateResult {
  return html`
    <section class="card">
      <h2>An easier week?</h2>
      <p>${explanation}</p>
      <div class="row">
        <button class="button" @click=${() => void answer(true)}>Begin it today</button>
        <button class="button" @click=${() => void answer(false)}>Not now</button>
      </div>
    </section>`
}

async function answer(isBegun: boolean): Promise<void> {
  await (isBegun ? submit('recovery.beginDeload', {}) : submit('recovery.declineDeload', {}))
  const known = today.value()
  if (known) await today.keep({ ...known, deload: { ...known.deload, due: false } })
  announce(isBegun ? 'The easier week begins today.' : 'No easier week for now.')
}

function toReview(items: readonly ReviewItem[]): TemplateResult {
  return html`
    <section class="card">
      <h2>Was it so?</h2>
      <ul class="plain lines">${items.map(entry)}</ul>
    </section>`
}

function entry(item: ReviewItem): TemplateResult {
  const { exercise, on, why, sets, sessionId } = item
  return html`
    <li>
      <p><strong>${exercise.name}</strong>, ${shortDay(on)}: ${sets.map(amount).join(', ')}</p>
      <p class="quiet small">${why}</p>
      <div class="row">
        <button class="button" @click=${() => void confirm(item)}>It was so<span class="unseen">, ${exercise.name}</span></button>
        <a class="button" href=${linkTo('workout', sessionId)}>Correct it<span class="unseen">, ${exercise.name}</span></a>
      </div>
    </li>`
}

async function confirm({ sessionId, sessionExerciseId, exercise }: ReviewItem): Promise<void> {
  await submit('sessions.confirmObservation', { sessionId, sessionExerciseId })
  const known = today.value()
  if (known) await today.keep(withoutReview(known, sessionExerciseId))
  announce(`${exercise.name} is confirmed.`)
}

function withoutReview(answered: Today, id: string): Today {
  const items = answered.waiting.review.items.filter(({ sessionExerciseId }) => sessionExerciseId !== id)
  return { ...answered, waiting: { ...answered.waiting, review: { count: items.length, items } } }
}

function leftOpen(sessions: readonly SessionOutline[]): TemplateResult {
  return html`
    <section class="card">
      <h2>Left open</h2>
      <ul class="plain">
        ${sessions.map(
          ({ id, date }) => html`
            <li class="row apart">
              <span>${longDay(date)}</span>
              <a class="button" href=${linkTo('workout', id)}>Complete it<span class="unseen">, of ${longDay(date)}</span></a>
            </li>`,
        )}
      </ul>
    </section>`
}
