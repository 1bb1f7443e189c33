/**
 * The local server cannot run; the message is one sentence with the remedy, fit to be printed
 * alone.
 */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError'
}
