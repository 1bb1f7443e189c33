import type { Steps } from '#domain/values/steps.js'
import { isTurnOver, nextTurn } from './turns.js'

/** The moment at which work is given up, as `performance.now()` has it, and the error that says so. */
export type Limit = { readonly endsAt: number; readonly late: () => Error }

/**
 * Runs work a slice at a time, so that everything else gets its turn between the slices. Past the
 * limit it takes no further step and throws; nothing of it goes on.
 */
export async function inSlices<Result>(steps: Steps<Result>, limit?: Limit): Promise<Result> {
  for (;;) {
    const now = performance.now()
    if (limit && now >= limit.endsAt) throw limit.late()
    if (isTurnOver(now)) await nextTurn()
    const step = steps.next()
    if (step.done) return step.value
  }
}
