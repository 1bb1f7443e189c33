import { accountGone, refuse } from '#domain/refusal.js'
import type { Context } from './context.js'
import { VersionMismatch } from './version-mismatch.js'
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
 * Refuses with VERSION_MISMATCH when the caller named another version (`If-Match`) than that of the
 * thing they change, or another state with the same number.
 *
 * The tag of a whole that contains the thing does as well: whoever knows the whole as it is knows its
 * parts. A number alone names the thing, because the whole may have the same number.
 */
export function expectVersion(
  { expectedVersion }: Pick<Context, 'expectedVersion'>,
  thing: Versioned,
  ...wholes: readonly Versioned[]
): void {
  if (expectedVersion === null || expectedVersion === 'any' || isSameVersion(expectedVersion, thing)) return
  const namesState = typeof expectedVersion.stamp === 'string'
  if (namesState && wholes.some((whole) => isSameVersion(expectedVersion, whole))) return
  throw new VersionMismatch(thing)
}
