import { within } from '#infrastructure/time/within.js'
import type { Deadline } from '#orchestration/contract.js'
import { tookTooLong } from '#orchestration/request-refusal.js'

/** One deadline for everything that a request does, from this moment on. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  const remainingMs = () => Math.max(0, end - performance.now())
  return {
    remainingMs,
    within: (work, late = tookTooLong) => within(remainingMs(), work, late),
  }
}
