import { uuid7 } from '@calistheniq/client'
import { dateOfToday } from '../data/date-of-today.js'
import { submit } from '../data/outbox.js'
import { trainHere } from '../data/sessions.js'
import { goTo } from '../shell/route.js'

/** Plans a session of today without exercises, and opens it: they are added as they are done. */
export async function startEmpty(): Promise<void> {
  const id = uuid7()
  await submit('sessions.create', { body: { id, date: dateOfToday() } })
  trainHere(id)
  goTo('workout', id)
}
