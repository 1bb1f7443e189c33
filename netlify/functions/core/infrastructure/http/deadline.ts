import { inSlices } from '#infrastructure/time/in-slices.js'
import { within } from '#infrastructure/time/within.js'
import type { Deadline } from '#orchestration/contract.js'
import { tookTooLong } from '#orchestration/request-refusal.js'

/** Starts the deadline of a request now; everything that the request does shares it. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  const remainingMs = () => Math.max(0, end - performance.now())
  return {
    remainingMs,
    within: (work, late = tookTooLong) => within(remainingMs(), work, late),
    inSlices: (steps) => inSlices(steps, { endsAt: end, late: tookTooLong }),
  }
}
