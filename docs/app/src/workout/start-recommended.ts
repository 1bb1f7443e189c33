import { mayPass, type NextWorkout, uuid7 } from '@calistheniq/client'
import { ciq, isSignedIn } from '../data/client.js'
import { dateOfToday } from '../data/date-of-today.js'
import { submit } from '../data/outbox.js'
import { session } from '../data/resources.js'
import { trainHere } from '../data/sessions.js'
import { goTo } from '../shell/route.js'
import { plannedHere } from './planned-here.js'
import type { Wishes } from './wishes.js'

/** Who wants to train does not wait longer for an answer, in milliseconds. */
const patienceMs = 10_000

type When = { readonly date: string; readonly time?: string }

/** Plans what the coach recommends for today, and opens it. Rejects with the problem when the API refuses. */
export async function startRecommended(recommended: NextWorkout, wishes: Wishes = {}): Promise<void> {
  const id = await planRecommended(recommended, wishes, { date: dateOfToday() })
  trainHere(id)
  goTo('workout', id)
}

/** Plans what the coach recommends: by the API, or on this device where it cannot be reached. */
export async function planRecommended(recommended: NextWorkout, wishes: Wishes, when: When): Promise<string> {
  const accepted = navigator.onLine && isSignedIn() ? await accept(wishes, when) : null
  if (accepted !== null) return accepted
  const body = plannedHere(recommended, when, uuid7)
  await submit('sessions.create', { body })
  return body.id
}

/** Returns the id of the session that the API planned; null when no answer came. */
async function accept(wishes: Wishes, when: When): Promise<string | null> {
  const id = uuid7()
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const planned = await ciq.workouts.acceptNext({ body: { id, ...when, ...wishes } }, { signal })
    await session(id).keep(planned)
    return id
  } catch (error) {
    if (!mayPass(error) && !signal.aborted) throw error
    // the answer may have been lost after the session was planned, and then there would be two
    await submit('sessions.delete', { sessionId: id })
    return null
  }
}
