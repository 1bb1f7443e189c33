/**
 * The error of a local server that cannot run; the message is one sentence with the remedy, and can
 * be printed alone.
 */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError'
}
