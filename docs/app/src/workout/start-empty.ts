import { uuid7 } from '@calistheniq/client'
import { submit } from '../data/outbox.js'
import { today } from '../data/resources.js'
import { trainHere } from '../data/sessions.js'
import { goTo } from '../shell/route.js'
import { dateHere } from '../ui/format.js'

/** Plans a session of today without exercises, and opens it: they are added as they are done. */
export async function startEmpty(): Promise<void> {
  const id = uuid7()
  await submit('sessions.create', { body: { id, date: dateHere(today.value()?.timeZone) } })
  trainHere(id)
  goTo('workout', id)
}
