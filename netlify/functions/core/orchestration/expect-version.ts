import { refuse } from '#domain/refusal.js'
import type { Context } from './context.js'

/**
 * Refuses with VERSION_MISMATCH when the caller named another version (`If-Match`) than the current
 * one.
 */
export function expectVersion({ expectedVersion }: Pick<Context, 'expectedVersion'>, version: number): void {
  if (expectedVersion === null || expectedVersion === version) return
  refuse('VERSION_MISMATCH', 'It has been changed since that version was read.')
}
