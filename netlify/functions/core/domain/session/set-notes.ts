import { refuse } from '#domain/refusal.js'
import type { Session } from './session.js'

/**
 * Bytes that the notes of all sets of a session may have as JSON. Five thousand sets with notes of
 * 2,000 characters each would make an answer that the platform cannot send: it buffers 6 MB.
 */
export const setNotesBytesMax = 1_000_000

/**
 * Returns the session after a change of its sets. Refuses with SESSION_FULL when their notes have
 * grown past what a session holds.
 */
export function withRoomForNotes(before: Session, after: Session): Session {
  const bytes = setNotesBytes(after)
  if (bytes > setNotesBytesMax && bytes > setNotesBytes(before))
    refuse('SESSION_FULL', `The notes of the sets of a session hold at most ${setNotesBytesMax} bytes together.`)
  return after
}

function setNotesBytes({ exercises }: Session): number {
  const notes = exercises.flatMap(({ sets }) => sets.flatMap((set) => set.notes ?? []))
  return notes.reduce((bytes, text) => bytes + new TextEncoder().encode(JSON.stringify(text)).length, 0)
}
