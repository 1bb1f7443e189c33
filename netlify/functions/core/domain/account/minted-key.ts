/** A new API key: the key itself, which is shown once, and what is stored of it. */
export type MintedKey = {
  readonly key: string
  /** The first characters, by which an athlete recognises it. */
  readonly prefix: string
  /** A digest, by which it is found when it is used. */
  readonly hash: string
}
