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
    if (event.reason instanceof NotKept) event.preventDefault()
    told = textOf(event.reason)
    redraw()
  })
}

function textOf(reason: unknown): string {
  return reason instanceof NotKept
    ? 'This was not kept, and will not be sent: the device is full, or the browser keeps nothing in a private window. Write it down, make room, and do it again.'
    : 'Something went wrong in the app. Look whether what you did is there, and do it again if it is not.'
}
