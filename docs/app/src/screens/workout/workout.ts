import type { Session, SessionExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { dateOfToday } from '../../data/date-of-today.js'
import { decisions } from '../../data/decisions.js'
import { library, session as sessionOf, vocabularies } from '../../data/resources.js'
import { sessionAsKnown } from '../../data/sessions.js'
import { redraw } from '../../shell/redraw.js'
import type { Screen } from '../../shell/screen.js'
import { longDay } from '../../ui/format.js'
import { known } from '../../ui/known.js'
import { finish, skipSession, startSession, trainToday } from './actions.js'
import { addExerciseForm } from './add-exercise.js'
import { stayAwake } from './awake.js'
import { exerciseCard } from './exercise-card.js'
import { finished } from './finished.js'
import { isDone } from './next-set.js'
import { restBar } from './rest-bar.js'
import { type Choice, inTurn } from './turn.js'

let choice: Choice | null = null

/** A session as it is trained: everything on it works without a network. */
export const workout: Screen = {
  title: ([id = '']) => {
    const session = sessionAsKnown(id)
    return session ? `Workout, ${longDay(session.date)}` : 'Workout'
  },
  needs: ([id]) => {
    if (id === undefined) return []
    return [sessionOf(id), library, vocabularies, ...(isCompleted(id) ? [decisions(id)] : [])]
  },
  view: ([id]) => {
    if (id === undefined) return html`<p>There is no workout at this address.</p>`
    const session = sessionAsKnown(id)
    return session ? sessionView(session) : known(sessionOf(id), () => html`<p>This workout was deleted.</p>`)
  },
}

function isCompleted(id: string): boolean {
  return sessionAsKnown(id)?.status === 'completed'
}

function sessionView(session: Session): TemplateResult {
  const { status } = session
  const isOpen = status === 'planned' || status === 'in_progress'
  const turn = inTurn(status === 'in_progress' ? session.exercises : chosenOf(session), choice)
  if (status === 'in_progress') stayAwake()
  return html`
    ${status === 'completed' ? finished(session) : nothing}
    ${status === 'skipped' ? html`<p class="card">This workout was skipped.</p>` : nothing}
    ${status === 'planned' ? begin(session) : nothing}
    ${repeat(
      session.exercises,
      ({ id }) => id,
      (exercise) => exerciseCard(session, exercise, { isOpen: exercise.id === turn, open: () => choose(exercise) }),
    )}
    ${status === 'skipped' ? nothing : addExerciseForm(session.id)}
    ${status === 'in_progress' ? end(session) : nothing}
    ${isOpen ? restBar(session.id) : nothing}`
}

function begin({ id, date, exercises }: Session): TemplateResult {
  const isLater = date > dateOfToday()
  const start = isLater ? trainToday : startSession
  const plan = exercises.length === 0 ? 'Nothing is planned: add what you train.' : 'Ready when you are.'
  return html`
    <section class="card row apart">
      <p>${isLater ? `It is planned for ${longDay(date)}.` : plan}</p>
      <span class="row">
        <button class="button main" @click=${() => void start(id)}>${isLater ? 'Train it today' : 'Start'}</button>
        <button class="link" @click=${() => void skipSession(id)}>Skip it</button>
      </span>
    </section>`
}

function end(session: Session): TemplateResult {
  const isAllDone = session.exercises.length > 0 && session.exercises.every(isDone)
  return html`<p><button class="button wide ${isAllDone ? 'main' : ''}" @click=${() => void finish(session)}>Finish the workout</button></p>`
}

/** Where no workout runs, a set is logged only where somebody asked for it. */
function chosenOf({ exercises }: Session): readonly SessionExercise[] {
  return exercises.filter(({ id, sets }) => id === choice?.id && sets.length === choice.sets)
}

function choose({ id, sets }: SessionExercise): void {
  choice = { id, sets: sets.length }
  redraw()
}
