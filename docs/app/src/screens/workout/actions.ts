import type { LogSet, Session, SessionExercise } from '@calistheniq/client'
import { dateOfToday } from '../../data/date-of-today.js'
import { submit } from '../../data/outbox.js'
import { trainHere } from '../../data/sessions.js'
import { announce } from '../../ui/announce.js'
import { focusHeading } from '../../ui/focus-heading.js'
import { amount } from '../../ui/format.js'
import { isDone } from './next-set.js'
import { beginRest, endRest } from './rest.js'

const now = () => new Date().toISOString()

/** A second tap on the same button within this many milliseconds is the same tap. */
const doubleTapMs = 700
const lastTaps = new Map<string, number>()

function isSecondTap(button: string): boolean {
  const before = lastTaps.get(button) ?? Number.NEGATIVE_INFINITY
  lastTaps.set(button, performance.now())
  return performance.now() - before < doubleTapMs
}

export async function startSession(sessionId: string): Promise<void> {
  if (isSecondTap('start')) return
  await begin(sessionId)
  announce('The workout has begun.')
}

async function begin(sessionId: string): Promise<void> {
  trainHere(sessionId)
  await submit('sessions.start', { sessionId, body: { startedAt: now() } })
}

/** Begins a session that was planned for a later day. */
export async function trainToday(sessionId: string): Promise<void> {
  if (isSecondTap('start')) return
  await submit('sessions.reschedule', { sessionId, body: { date: dateOfToday() } })
  await begin(sessionId)
  announce('The workout has begun.')
}

/** Logs a set, and begins the rest after it. A set of a session that has not begun begins it. */
export async function logSet(session: Session, exercise: SessionExercise, body: LogSet): Promise<void> {
  if (isSecondTap('log')) return
  trainHere(session.id)
  if (session.status === 'planned')
    await submit('sessions.start', { sessionId: session.id, body: { startedAt: now() } })
  const [sessionId, sessionExerciseId] = [session.id, exercise.id]
  await submit('sessions.logSet', { sessionId, sessionExerciseId, body }, exercise.version)
  announce(`${exercise.exercise.name}, set ${body.setNumber} logged: ${amount(body)}.`)
  if (session.status !== 'completed') beginRest(session.id, exercise.planned.restSeconds ?? 90)
}

export async function deleteSet(sessionId: string, sessionExerciseId: string, setId: string): Promise<void> {
  await submit('sessions.deleteSet', { sessionId, sessionExerciseId, setId })
  announce('The set is deleted.')
}

/** Completes a session, after a question where planned sets are missing. */
export async function finish(session: Session): Promise<void> {
  if (isSecondTap('finish')) return
  const isComplete = session.exercises.every(isDone)
  if (!isComplete && !confirm('Not all planned sets are done. Finish all the same?')) return
  await submit('sessions.complete', { sessionId: session.id, body: { completedAt: now() } })
  endRest()
  // what came of it is told at the top
  focusHeading()
  announce('The workout is finished.')
}

/** Goes on with a session that was completed. */
export async function reopen(sessionId: string): Promise<void> {
  trainHere(sessionId)
  await submit('sessions.reopen', { sessionId })
}

export async function skipSession(sessionId: string): Promise<void> {
  if (confirm('Skip this workout?')) await submit('sessions.skip', { sessionId })
}

export async function addExercise(sessionId: string, slug: string): Promise<void> {
  await submit('sessions.addExercise', { sessionId, body: { exercise: slug } })
}

export async function removeExercise(sessionId: string, { id, exercise }: SessionExercise): Promise<void> {
  if (!confirm(`Remove ${exercise.name} from this workout?`)) return
  await submit('sessions.removeExercise', { sessionId, sessionExerciseId: id })
}
