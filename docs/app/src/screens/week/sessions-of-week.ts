import type { SessionOutline, Week } from '@calistheniq/client'
import { session } from '../../data/resources.js'
import { madeHere, sessionAsKnown, waitingAbout } from '../../data/sessions.js'
import { ofOutline, ofSession, type WeekSession } from './week-session.js'

/** The sessions of a week: those of the API with what waits, and those that only wait in the queue. */
export function sessionsOfWeek({ sessions, from, to }: Week): readonly WeekSession[] {
  const listed = new Set(sessions.map(({ id }) => id))
  const made = madeHere().filter((id) => !listed.has(id))
  return [...sessions.flatMap(asKnown), ...made.flatMap((id) => known(id))].filter(
    ({ date }) => date >= from && date <= to,
  )
}

/** Of a session that this device has only in outline, the outline is all it knows. */
function asKnown(outline: SessionOutline): readonly WeekSession[] {
  const isWhole = waitingAbout(outline.id) > 0 && session(outline.id).value() !== undefined
  return isWhole ? known(outline.id) : [ofOutline(outline)]
}

function known(id: string): readonly WeekSession[] {
  const found = sessionAsKnown(id)
  return found ? [ofSession(found)] : []
}
