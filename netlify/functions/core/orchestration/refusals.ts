import { accountGone, refuse } from '#domain/refusal.js'
import type { Context } from './context.js'
import { isSameVersion, type Versioned } from './version-stamp.js'

/** Refuses: the token is good, but its account has been deleted. */
export function accountNotFound(): never {
  throw accountGone()
}

/** Refuses: neither an id nor a slug of the library. */
export function exerciseNotFound(): never {
  return refuse('EXERCISE_NOT_FOUND', 'The library has no such exercise.')
}

/** Refuses: the athlete has no such goal. */
export function goalNotFound(): never {
  return refuse('GOAL_NOT_FOUND', 'You have no such goal.')
}

/** Refuses: the athlete has no such webhook. */
export function webhookNotFound(): never {
  return refuse('WEBHOOK_NOT_FOUND', 'You have no such webhook.')
}

/**
 * Refuses with VERSION_MISMATCH when the caller named another version (`If-Match`) than the current
 * one, or another state with the same number.
 */
export function expectVersion({ expectedVersion }: Pick<Context, 'expectedVersion'>, current: Versioned): void {
  if (expectedVersion === null || isSameVersion(expectedVersion, current)) return
  refuse('VERSION_MISMATCH', 'It has been changed since that version was read.')
}
