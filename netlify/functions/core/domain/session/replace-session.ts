import { type DeloadDays, isInDeload } from '#domain/progression/deload-week.js'
import { refuseFaults } from '#domain/refusal.js'
import type { NewId, SessionId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { documentFaults } from './document-faults.js'
import { completeSession, editSession, reopenSession, rescheduleSession, skipSession, startSession } from './life.js'
import type { Plannable } from './plan-exercise.js'
import { type ExercisesMoment, planExercises, trainExercises } from './replace-exercises.js'
import { createdNow, type Moment, type PlannedSession, type Session, type SessionInProgress } from './session.js'
import type { SessionDocument } from './session-document.schema.js'
import { timesOf } from './session-times.js'
import { withRoomForNotes } from './set-notes.js'

/** What replacing a session needs to know besides the document. */
export type Replacing = Moment & {
  readonly library: Plannable
  readonly deloads: readonly DeloadDays[]
  readonly newId: NewId
  /** The athlete's body mass as of the day of the session, in kilograms; null when none is known. */
  readonly bodyMassKg: number | null
}

/** Plans the session that a document is about, as it was before anything of it was done. */
export function planDocument(id: SessionId, document: SessionDocument, replacing: Replacing): Session {
  const { date, time, level, placeId, durationMinutes, notes, status, exercises = [] } = document
  const planned: PlannedSession = {
    id,
    status: 'planned',
    date,
    time: time ?? null,
    level: level ?? null,
    placeId: placeId ?? null,
    // of what is over, it is no estimate
    durationMinutes: status === 'completed' ? null : (durationMinutes ?? null),
    notes: notes ?? null,
    exercises: [],
    ...createdNow(replacing),
  }
  return planExercises(planned, exercises, exercisesMoment(planned, document, replacing))
}

/**
 * Makes a session what a document says, by the rules of the single requests that would do the same, and
 * returns the states that it goes through: as it is, planned anew, begun, and as it becomes. It ends as
 * the same object when the document says nothing new.
 *
 * Refuses as those requests do, with faults at the places of the document.
 */
export function replaceSession(session: Session, document: SessionDocument, replacing: Replacing): readonly Session[] {
  refuseFaults(documentFaults(document, session.id))
  const prepared = prepare(session, document, replacing)
  const begun = begin(prepared, document, replacing)
  const ended = end(train(begun, document, replacing), begun, document, replacing)
  return [session, prepared, begun, ended]
}

/** Opens a session again where the document has it open, and changes its details and exercises. */
function prepare(session: Session, document: SessionDocument, replacing: Replacing): Session {
  const { date, time, level, placeId, durationMinutes, notes, exercises } = document
  const open = opened(session, document)
  const ends = document.status === 'completed'
  const details = { date, time, level, placeId, notes, ...(ends ? {} : { durationMinutes }) }
  const edited = editSession(open, details, replacing)
  return exercises ? planExercises(edited, exercises, exercisesMoment(edited, document, replacing)) : edited
}

function opened(session: Session, { status, date, time }: SessionDocument): Session {
  switch (status) {
    case 'planned':
    case 'completed':
    case 'in_progress': {
      const isOver = session.status === 'completed' && status === 'in_progress'
      const open = isOver ? reopenSession(session) : session
      const isPlannedAgain = open.status === 'skipped' || status === 'planned'
      return isPlannedAgain ? rescheduleSession(open, { date, time }) : open
    }
    case 'skipped':
      return session
  }
}

/** Starts a session that is in progress by the document, or was, because its start is said. */
function begin(session: Session, { status, startedAt }: SessionDocument, moment: Moment): Session {
  const isBegun = status === 'in_progress' || (status === 'completed' && session.status === 'planned' && !!startedAt)
  return isBegun ? startSession(session, { startedAt: startedAt ?? undefined }, moment) : session
}

/** Writes down what was done. What is typed in afterwards was never started, and is trained all the same. */
function train(session: Session, document: SessionDocument, replacing: Replacing): Session {
  const { exercises, status } = document
  if (exercises === undefined) return session
  const isTypedIn = session.status === 'planned' && status === 'completed'
  const open = isTypedIn ? asBegun(session, replacing) : session
  const trained = trainExercises(open, exercises, exercisesMoment(session, document, replacing))
  return trained === open ? session : withRoomForNotes(session, trained)
}

function asBegun(session: PlannedSession, { now }: Moment): SessionInProgress {
  return { ...session, status: 'in_progress', startedAt: now.toISOString(), rulesVersion: null }
}

/** Ends a session as the document says, or corrects when it was. */
function end(trained: Session, begun: Session, document: SessionDocument, replacing: Replacing): Session {
  switch (document.status) {
    case 'planned':
    case 'in_progress':
      return trained
    case 'skipped':
      return skipSession(trained)
    case 'completed':
      return trained.status === 'completed'
        ? corrected(trained, document, replacing)
        : completeSession(weighed(asItBegan(trained, begun), replacing), timesIn(document), replacing)
  }
}

function corrected(session: Session & { status: 'completed' }, document: SessionDocument, moment: Moment): Session {
  const times = timesIn(document)
  return changedFields<Session & { status: 'completed' }>(session, times).length > 0
    ? completeSession(session, times, moment)
    : session
}

/** Takes back the start of what was never started. */
function asItBegan(trained: Session, begun: Session): Session {
  if (begun.status !== 'planned' || trained.status !== 'in_progress') return trained
  const { startedAt: _, rulesVersion: __, ...session } = trained
  return { ...session, status: 'planned' }
}

/** Exercises are judged with the body mass of the day, which the document may have changed. */
function weighed(session: Session, { bodyMassKg }: Replacing): Session {
  const exercises = session.exercises.map((exercise) => ({
    ...exercise,
    libraryStandard: { ...exercise.libraryStandard, bodyMassKg },
  }))
  return { ...session, exercises }
}

function timesIn({ startedAt, completedAt, durationMinutes }: SessionDocument) {
  return {
    ...(startedAt ? { startedAt } : {}),
    ...(completedAt ? { completedAt } : {}),
    ...(typeof durationMinutes === 'number' ? { durationMinutes } : {}),
  }
}

function exercisesMoment(session: Session, document: SessionDocument, replacing: Replacing): ExercisesMoment {
  const isOver = document.status === 'completed' && session.status !== 'skipped'
  const endedAt = isOver ? timesOf(session, timesIn(document), replacing).completedAt : replacing.now.toISOString()
  return { ...replacing, inDeload: isInDeload(document.date, replacing.deloads), endedAt }
}
