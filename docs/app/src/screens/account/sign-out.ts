import { CalistheniqUnreachable, isProblem } from '@calistheniq/client'
import { account, ciq } from '../../data/client.js'
import { forgetKept } from '../../data/kept.js'
import { discard, queued, send, waiting } from '../../data/outbox.js'
import { become } from '../../data/who.js'
import { ask } from '../../ui/ask.js'
import { count } from '../../ui/format.js'

/** Signs out, once it is clear what becomes of the changes that were not sent. */
export async function signOut(): Promise<void> {
  if (navigator.onLine && waiting().length > 0) await send()
  if (waiting().length > 0 && !(await isSettled())) return
  await endSession()
  await forgetKept()
  become(null)
}

async function isSettled(): Promise<boolean> {
  const { length } = waiting()
  const answer = await ask(
    `${count(length, 'change')} could not be sent yet`,
    'Kept on this device, they are sent when you sign in here again. Dropped, they are lost.',
    [
      { value: 'keep', label: 'Keep them and sign out', isMain: true },
      { value: 'drop', label: 'Drop them and sign out' },
    ],
  )
  if (answer === 'drop') await forgetQueue()
  return answer !== null
}

/** Drops all that waits or was refused. */
export async function forgetQueue(): Promise<void> {
  for (const { key } of queued()) await discard(key)
}

/** Ends the session at the API too, where it can be reached. */
async function endSession(): Promise<void> {
  try {
    if (navigator.onLine) await ciq.accounts.signOut()
  } catch (error) {
    const isOver = isProblem(error) && error.status === 401
    if (!isOver && !(error instanceof CalistheniqUnreachable)) throw error
  }
  await account.forget()
}
