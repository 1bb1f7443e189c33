/** An answer that asks for one more step (202). Only the account service gives it. */
export class Unfinished {
  readonly output: unknown

  constructor(output: unknown) {
    this.output = output
  }
}
