import { NotKept } from '../data/outbox.js'
import { redraw } from './redraw.js'

let told: string | null = null

/** What failed last without being told anywhere else; null once it was read. */
export function failure(): string | null {
  return told
}

export function closeFailure(): void {
  told = null
  redraw()
}

/** Tells what fails while nobody waits for it, such as the handler of a button: nothing is lost in silence. */
export function tellFailures(): void {
  addEventListener('unhandledrejection', (event) => {
    const cause = causeOf(event.reason)
    // what is a fault of the app, its developers see in the console too
    if (cause !== null) event.preventDefault()
    told = cause ?? 'Something went wrong in the app. Look whether what you did is there, and do it again if it is not.'
    redraw()
  })
}

/** What the device is to blame for; null where it is not. */
function causeOf(reason: unknown): string | null {
  if (reason instanceof NotKept) {
    return 'This was not kept, and will not be sent: the device is full, or the browser keeps nothing in a private window. Write it down, make room, and do it again.'
  }
  // forms tell those of passkeys, so this one is about storage
  if (reason instanceof DOMException)
    return 'The browser lets the app keep nothing on this device: what you log is lost.'
  return null
}
