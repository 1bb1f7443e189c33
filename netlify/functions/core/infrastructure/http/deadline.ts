import { Refusal } from '#domain/refusal.js'
import { within } from '#infrastructure/time/within.js'
import type { Deadline } from '#orchestration/contract.js'

/** One deadline for everything that a request does, from this moment on. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  const remainingMs = () => Math.max(0, end - performance.now())
  return {
    remainingMs,
    within: (work, late = tookTooLong) => within(remainingMs(), work, late),
  }
}

export function tookTooLong(): Refusal {
  return new Refusal('DEADLINE_EXCEEDED', 'The request took longer than it may.')
}
