import { refuse } from '#domain/refusal.js'
import type { Context } from './context.js'

/**
 * Refuses with VERSION_MISMATCH when the caller expects a version and it is not the one
 * that stands.
 */
export function expectVersion({ expectedVersion }: Pick<Context, 'expectedVersion'>, version: number): void {
  if (expectedVersion === null || expectedVersion === version) return
  refuse('VERSION_MISMATCH', 'It has been changed since that version was read.')
}
