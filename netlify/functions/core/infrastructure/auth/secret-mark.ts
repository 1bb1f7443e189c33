import { hkdfSync } from 'node:crypto'

/**
 * Tells one `AUTH_SECRET` from another without showing it (HKDF-SHA-256, hex). It is stored with
 * what was encrypted under the secret.
 */
export function secretMark(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'calistheniq secret mark', 16)).toString('hex')
}
