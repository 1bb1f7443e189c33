import type { Output, Session, SessionOutline } from '@calistheniq/client'
import { commandsAbout, sessionIdOf } from './fold/session-commands.js'
import { sessionNow } from './fold/session-now.js'
import { note, noted } from './noted.js'
import { queued } from './outbox.js'
import { exerciseOf, session } from './resources.js'

/** A session with everything that this device knows of it, sent or not; undefined when it knows nothing. */
export function sessionAsKnown(id: string): Session | undefined {
  return sessionNow(session(id).value(), commandsAbout(id, queued()), exerciseOf)
}

/** How many commands about a session wait to be sent. */
export function waitingAbout(id: string): number {
  return commandsAbout(id, queued()).length
}

/** A session in a list: of the API, or made here and not sent yet. */
export type ListedSession = Pick<Session, 'id' | 'date' | 'time' | 'status' | 'durationMinutes'> & {
  readonly exercises: readonly { readonly name: string }[]
}

/** Remembers the session that is trained on this device, so that it is found again whatever comes in between. */
export function trainHere(id: string): void {
  note('session', id)
}

/** The id of the session that is trained on this device, or was last. */
export function trainedHere(): string | null {
  return noted('session')
}

/** The sessions of today: those of the API, those that only wait in the queue, and the one that is trained here. */
export function sessionsOfToday(answer: Output<'me.getToday'> | undefined): readonly ListedSession[] {
  const listed = (answer?.sessions ?? []).map(asListed)
  const here = [...madeHere(), trainedHere() ?? ''].flatMap((id) => listedAsKnown(id, answer?.date))
  const others = here.filter(({ id }) => !listed.some((known) => known.id === id))
  return [
    ...listed.flatMap((known) => (waitingAbout(known.id) === 0 ? [known] : listedAsKnown(known.id))),
    ...unique(others),
  ]
}

/** Ids of the sessions that were made here, and that the API has not seen yet. */
export function madeHere(): readonly string[] {
  const creations = queued().filter(({ operation, problem }) => operation === 'sessions.create' && problem === null)
  return creations.flatMap((command) => sessionIdOf(command) ?? [])
}

/** The session with what waits, if it is known and not deleted here, and of this date. */
function listedAsKnown(id: string, date?: string): readonly ListedSession[] {
  const known = sessionAsKnown(id)
  return known && (date === undefined || known.date === date) ? [asListed(known)] : []
}

function unique(sessions: readonly ListedSession[]): readonly ListedSession[] {
  return [...new Map(sessions.map((session) => [session.id, session])).values()]
}

type AnySession = Session | SessionOutline | NonNullable<Output<'me.getToday'>['sessions']>[number]

function asListed({ id, date, time, status, durationMinutes, exercises }: AnySession): ListedSession {
  const names = exercises.map(({ exercise }) => ({ name: exercise.name }))
  return { id, date, time, status, durationMinutes, exercises: names }
}
