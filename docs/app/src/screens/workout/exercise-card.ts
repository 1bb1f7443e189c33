import type { Session, SessionExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { exerciseOf } from '../../data/resources.js'
import { amount, count } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'
import { labelOf } from '../../ui/label.js'
import { removeExercise } from './actions.js'
import { isDone, setsDone } from './next-set.js'
import { setForm } from './set-form.js'
import { setsList } from './sets-list.js'

/** An exercise of a session: what is planned, what was done, and the next set where it is its turn. */
export function exerciseCard(
  session: Session,
  exercise: SessionExercise,
  { isOpen, open }: { readonly isOpen: boolean; readonly open: () => void },
): TemplateResult {
  const { name, category } = exercise.exercise
  const { sets } = exercise.planned
  const plan = sets.length === 0 ? 'no plan' : `${sets.map(amount).join(', ')}`
  return html`
    <section class="card exercise" aria-label=${name}>
      <div class="row apart">
        <h2>${isDone(exercise) ? icon('check') : nothing} ${name}</h2>
        <span class="chip ${category.toLowerCase()}">${labelOf('categories', category)}</span>
      </div>
      <p class="quiet">${sets.length === 0 ? count(setsDone(exercise), 'set') : `${setsDone(exercise)} of ${count(sets.length, 'set')}`} · ${plan}${exercise.planned.restSeconds ? ` · rest ${exercise.planned.restSeconds} s` : ''}</p>
      ${setsList(session, exercise)}
      ${isOpen ? html`${setForm(session, exercise)}${howTo(exercise)}` : later(session, exercise, open)}
    </section>`
}

function later(session: Session, exercise: SessionExercise, open: () => void): TemplateResult {
  const isUntouched = session.status !== 'completed' && exercise.sets.length === 0
  const what = isDone(exercise) ? 'One more set' : 'Log a set'
  return html`
    <div class="row">
      <button class="button" aria-label=${`${what} of ${exercise.exercise.name}`} @click=${open}>${what}</button>
      ${isUntouched ? html`<button class="link" aria-label=${`Remove ${exercise.exercise.name}`} @click=${() => void removeExercise(session.id, exercise)}>Remove</button>` : nothing}
    </div>`
}

function howTo({ exercise }: SessionExercise): TemplateResult | typeof nothing {
  const known = exerciseOf(exercise.slug)
  if (!known) return nothing
  return html`
    <details>
      <summary>How it is done</summary>
      <p>${known.description}</p>
      <ul>${known.cues.map((cue) => html`<li>${cue}</li>`)}</ul>
    </details>`
}
