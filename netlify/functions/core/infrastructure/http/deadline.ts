import { Refusal } from '#domain/refusal.js'
import { within } from '#infrastructure/time/within.js'

/** Until when a request may take. Time is measured, so that setting a clock changes nothing. */
export type Deadline = {
  /** What is left, in milliseconds; 0 once it has passed. */
  readonly remainingMs: () => number
  /**
   * What `work` comes to, or an error (DEADLINE_EXCEEDED) when that is not there in time; the work
   * itself is not stopped.
   */
  readonly within: <Result>(work: Promise<Result>, late?: () => Error) => Promise<Result>
}

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
