/**
 * The error of an API that cannot start; the message is one sentence with the remedy, and can be
 * printed alone.
 */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
