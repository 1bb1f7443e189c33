import { createHash } from 'node:crypto'

/** A thing with a version, and the instant of its last change where it shows one. */
export type Versioned = { readonly version: number; readonly updatedAt?: string }

/**
 * The version that a caller expects. An entity tag names a number and a stamp (null where the thing
 * shows no instant of change); a caller who knows the number alone leaves the stamp out. `any` is
 * whatever is there, and number 0 that nothing is.
 */
export type ExpectedVersion = NamedVersion | 'any'

type NamedVersion = { readonly version: number; readonly stamp?: string | null }

export const stampLength = 6

/**
 * Makes the stamp of a state: it tells states with the same number apart, because after a restore
 * the numbers are given again. Null where the thing shows no instant of change.
 */
export function stampOf({ updatedAt }: Pick<Versioned, 'updatedAt'>): string | null {
  if (updatedAt === undefined) return null
  return createHash('sha256').update(updatedAt).digest('base64url').slice(0, stampLength)
}

/** Tells whether a thing is still in the state that a caller expects. */
export function isSameVersion({ version, stamp }: NamedVersion, current: Versioned): boolean {
  return version === current.version && (stamp === undefined || stamp === stampOf(current))
}
