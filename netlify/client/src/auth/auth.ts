/** Sends a request without retries for the sake of signing in, and returns the JSON of its answer. */
export type AskAccounts = (request: {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly bearer: string
}) => Promise<unknown>

/** Where the credentials of requests come from. */
export type Auth = {
  /** Returns the bearer token of a request; null sends none. */
  bearer(kind: 'access' | 'session', ask: AskAccounts): Promise<string | null>
  /**
   * Is told that the API refused a token (401). Returns true when another one is there, so that the
   * request is worth another attempt.
   */
  refused(token: string, ask: AskAccounts): Promise<boolean>
  /** Is shown every answer of `/auth`, and takes the tokens out of it. */
  adopt(operation: string, output: unknown): Promise<void>
}
