import { errorCode } from '../pg-session/pg-session.js'

/**
 * Recognizes that other sessions were in the way: 55P03 (a lock was not given in time) and 40P01 (a
 * deadlock).
 */
export function isLockConflict(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : null].map(errorCode)
  return codes.some((code) => code === '55P03' || code === '40P01')
}
