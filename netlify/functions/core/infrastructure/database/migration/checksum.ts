import { createHash } from 'node:crypto'

/** Computes the SHA-256 of a file's text, in hexadecimal. A checkout with CRLF has the same one. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}
