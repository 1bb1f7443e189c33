/** Keeps signing secrets as text that says nothing without the key, and belongs to one endpoint. */
export type SecretBox = {
  readonly seal: (secret: string, endpointId: string) => string
  /**
   * The secret; null when it was sealed under another key, for another endpoint, or was changed
   * since.
   */
  readonly open: (sealed: string, endpointId: string) => string | null
}
