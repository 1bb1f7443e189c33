import { createHmac } from 'node:crypto'
import type { Message } from '#domain/webhook/ports.js'
import { keyOf } from './secret.js'

/**
 * The signature of a message: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64 (Standard
 * Webhooks 1.0, "Signature scheme").
 */
export function signatureOf({ id, sentAt, body }: Message, secret: string): string {
  const signed = `${id}.${secondsOf(sentAt)}.${body}`
  return `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`
}

/**
 * The headers of a message, signed with every secret that holds, so that a secret can be replaced
 * without a gap.
 */
export function signedHeaders(message: Message, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(secondsOf(message.sentAt)),
    'webhook-signature': secrets.map((secret) => signatureOf(message, secret)).join(' '),
  }
}

function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000)
}
