/** What a sign-in gives. */
export type Tokens = {
  /** Lives for days, opens `/auth`, and is exchanged for access tokens. Keep it like a password. */
  readonly sessionToken: string
  /** Opens everything else, for minutes; null before the first exchange. */
  readonly accessToken: string | null
  /** When the access token ends, in milliseconds since 1970 by the clock of this device. */
  readonly accessTokenEndsAt: number
}

/** Where tokens are kept between starts. Without one they are forgotten with the page. */
export type TokenStore = {
  load(): Promise<Tokens | null> | Tokens | null
  save(tokens: Tokens | null): Promise<void> | void
}

/** Finds the tokens of a new session in an answer of `/auth`; null where it begins none. */
export function tokensIn(output: unknown, now: number): Tokens | null {
  const sessionToken = textIn(output, 'sessionToken')
  if (sessionToken === null) return null
  // a change of the password begins a session without an access token
  const { expiresIn } = output as { readonly expiresIn?: unknown }
  const lastsMs = typeof expiresIn === 'number' ? expiresIn * 1000 : 0
  return { sessionToken, accessToken: textIn(output, 'accessToken'), accessTokenEndsAt: now + lastsMs }
}

export function textIn(value: unknown, name: string): string | null {
  const text = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null
  return typeof text === 'string' ? text : null
}
