/** An answer that sends a browser elsewhere (302). Only the account service gives it. */
export class Redirect {
  /** An absolute address, or a path of ours. */
  readonly to: string

  constructor(to: string) {
    this.to = to
  }
}
