import { randomBytes } from 'node:crypto'

const prefix = 'whsec_'
const secretBytes = 32

/** A new signing secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64')}`
}

/**
 * The bytes of a secret, with its prefix or without.
 *
 * @throws Error when there are none; the message does not repeat the secret.
 */
export function keyOf(secret: string): Buffer {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret
  const key = Buffer.from(text, 'base64')
  if (key.length === 0 || key.toString('base64') !== text) throw new Error('a webhook secret is not base64')
  return key
}
