/** A new API key: the key itself, which is shown once, and what is stored in its place. */
export type MintedKey = {
  readonly key: string
  /** The first characters of the key, by which an athlete recognises it. */
  readonly prefix: string
  /** A digest of the key, by which it is found when it is used. */
  readonly hash: string
}
