import type { SessionOutline } from '@calistheniq/client'
import { submit } from '../../data/outbox.js'
import { week } from '../../data/resources.js'
import { announce } from '../../ui/announce.js'
import { longDay } from '../../ui/format.js'
import { changedWeek } from './week-session.js'

/** Moves a planned session to another day. */
export async function moveSession(weekName: string, sessionId: string, date: string, time: string): Promise<void> {
  const to = { date, time: time === '' ? null : time }
  await submit('sessions.reschedule', { sessionId, body: to })
  await show(weekName, sessionId, to)
  announce(`Moved to ${longDay(date)}.`)
}

export async function skipSession(weekName: string, sessionId: string): Promise<void> {
  await submit('sessions.skip', { sessionId })
  await show(weekName, sessionId, { status: 'skipped' })
  announce('The session is skipped.')
}

export async function deleteSession(weekName: string, sessionId: string): Promise<void> {
  await submit('sessions.delete', { sessionId })
  await show(weekName, sessionId, null)
  announce('The session is deleted.')
}

/** Shows the change at once: the week is asked for again after it was sent. */
async function show(weekName: string, id: string, change: Partial<SessionOutline> | null): Promise<void> {
  const known = week(weekName).value()
  if (known) await week(weekName).keep(changedWeek(known, id, change))
}
