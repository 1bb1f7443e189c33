import { refuse } from '#domain/refusal.js'
import type { Context } from './context.js'

/**
 * Refuses with VERSION_MISMATCH when the caller named a version (`If-Match`) and it is not the one
 * that stands.
 */
export function expectVersion({ ifMatch }: Pick<Context, 'ifMatch'>, version: number): void {
  if (ifMatch === null || ifMatch === version) return
  refuse('VERSION_MISMATCH', 'It has been changed since that version was read.')
}
