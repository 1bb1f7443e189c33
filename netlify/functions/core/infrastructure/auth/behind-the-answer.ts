import { AsyncLocalStorage } from 'node:async_hooks'
import { within } from '#infrastructure/time/within.js'

/** Milliseconds that an answer waits at most for what would rather run behind it. */
const waitMsMax = 2_000

const current = new AsyncLocalStorage<Promise<unknown>[]>()

/** Lets work go on behind the answer, as sending a mail does. Whoever starts it tells of its failure. */
export function later(work: Promise<unknown>): void {
  const settled = work.catch(() => undefined)
  current.getStore()?.push(settled)
}

/**
 * Runs work, and keeps the process alive for what it leaves for later. Where the platform cannot wait
 * behind an answer, the answer waits a little: a process that freezes would lose a mail.
 */
export async function withLater<Result>(
  waitUntil: ((work: Promise<unknown>) => void) | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const left: Promise<unknown>[] = []
  try {
    return await current.run(left, work)
  } finally {
    const all = Promise.all(left)
    if (waitUntil) waitUntil(all)
    else await within(waitMsMax, all, () => new Error('it goes on')).catch(() => undefined)
  }
}
