import type { Session, SessionExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { keyed } from 'lit-html/directives/keyed.js'
import { today } from '../../data/resources.js'
import { amount } from '../../ui/format.js'
import { logSet } from './actions.js'
import { amountField } from './amount-field.js'
import { type NextSet, nextSet } from './next-set.js'
import { setBody } from './set-body.js'
import { setDetails } from './set-details.js'

/** Reps that were left, as one asks an athlete, and the effort that each means (RPE). */
const reserves = [
  { left: '0', rpe: 10 },
  { left: '1', rpe: 9 },
  { left: '2', rpe: 8 },
  { left: '3', rpe: 7 },
  { left: '4+', rpe: 6 },
] as const
const efforts = [6, 7, 8, 9, 10].map((rpe) => ({ left: `${rpe}`, rpe }))

/** The form that logs the next set of an exercise: one tap, when the plan was met. */
export function setForm(session: Session, exercise: SessionExercise): TemplateResult {
  const next = nextSet(exercise)
  const { metric } = exercise.exercise
  const log = (event: SubmitEvent) => {
    event.preventDefault()
    const completedAt = new Date().toISOString()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    void logSet(session, exercise, setBody(form, { metric, setNumber: next.setNumber, completedAt }))
  }
  const title =
    next.of === null || next.setNumber > next.of ? `Set ${next.setNumber}` : `Set ${next.setNumber} of ${next.of}`
  // a form for each set: what was typed for one is not there for the next
  return html`${keyed(
    `${exercise.id} ${next.setNumber} ${exercise.sets.length}`,
    html`
      <form class="set" @submit=${log} aria-label=${`${exercise.exercise.name}, ${title}`}>
        <h3>${title}${next.side ? `, ${next.side} side` : ''}${planned(exercise, next)}</h3>
        ${amountField(exercise, next)}
        ${effortField(metric === 'reps')}
        ${setDetails(exercise, next, hasConsent())}
        <button class="button main wide">Log set</button>
      </form>`,
  )}`
}

function planned({ planned, exercise }: SessionExercise, { target }: NextSet): TemplateResult | typeof nothing {
  if (target === null) return nothing
  const tempo = planned.tempo === null ? '' : `, tempo ${planned.tempo}`
  return html`<span class="quiet small"> planned ${amount(target)}${exercise.metric === 'reps' ? ' reps' : ''}${tempo}</span>`
}

function effortField(isReps: boolean): TemplateResult {
  const choices = isReps ? reserves : efforts
  return html`
    <fieldset>
      <legend>${isReps ? 'How many more could you do?' : 'How hard was it? 10 is all you had.'}</legend>
      <div class="choices">
        ${choices.map(({ left, rpe }) => html`<label><input type="radio" name="rpe" value=${rpe}>${left}</label>`)}
      </div>
    </fieldset>`
}

/** Pain is health data: it is asked only where the athlete agreed to keep it. */
function hasConsent(): boolean {
  return today.value()?.waiting.consents?.includes('health-data') === false
}
