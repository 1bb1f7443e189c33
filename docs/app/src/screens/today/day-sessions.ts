import type { SessionOutline } from '@calistheniq/client'
import { dateOfToday } from '../../data/date-of-today.js'
import { today } from '../../data/resources.js'
import { type ListedSession, sessionAsKnown, sessionsOfToday, waitingAbout } from '../../data/sessions.js'
import { type SessionsOn, sessionsOn } from './sessions-on.js'

/**
 * The sessions of this day, as far as this device knows. An answer of yesterday, kept without a
 * network, has those of today among what was ahead.
 */
export function daySessions(): SessionsOn {
  const answer = today.value()
  const date = dateOfToday()
  const listed = sessionsOfToday(answer && { ...answer, date })
  const ahead = (answer?.ahead ?? []).flatMap(asKnown).filter(({ id }) => !listed.some((other) => other.id === id))
  return sessionsOn(date, [...listed, ...ahead])
}

function asKnown(outline: SessionOutline): readonly ListedSession[] {
  const known = waitingAbout(outline.id) === 0 ? outline : sessionAsKnown(outline.id)
  if (!known) return []
  return [{ ...known, exercises: known.exercises.map(({ exercise: { name } }) => ({ name })) }]
}
