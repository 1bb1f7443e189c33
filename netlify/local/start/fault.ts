/** The API cannot start; the message is one sentence with the remedy, fit to be printed alone. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
