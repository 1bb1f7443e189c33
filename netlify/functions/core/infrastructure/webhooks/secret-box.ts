import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { WebhookId } from '#domain/values/id.schema.js'
import type { SecretBox } from '#domain/webhook/ports.js'

/**
 * Says by which scheme and key a text was sealed, so that both can be replaced while older texts
 * are still opened.
 */
const scheme = 'v1'
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals with AES-256-GCM under a key derived from `AUTH_SECRET` (HKDF-SHA-256); the endpoint's id
 * is authenticated with it. The text is `v1.` and nonce, ciphertext and tag in base64url.
 */
export function secretBox(authSecret: string): SecretBox {
  // most requests have no secret to seal or to open
  const key = () => Buffer.from(hkdfSync('sha256', authSecret, '', `calistheniq webhook secrets ${scheme}`, 32))
  return {
    seal: (secret, endpointId) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(endpointId))
      const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `${scheme}.${Buffer.concat(sealed).toString('base64url')}`
    },
    open: (sealed, endpointId) => {
      const [version, text = '', ...rest] = sealed.split('.')
      const bytes = Buffer.from(text, 'base64url')
      if (version !== scheme || rest.length > 0 || bytes.length < nonceBytes + tagBytes) return null
      return opened(bytes, key(), endpointId)
    },
  }
}

function opened(bytes: Buffer, key: Buffer, endpointId: WebhookId): string | null {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(endpointId))
    .setAuthTag(bytes.subarray(-tagBytes))
  const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    // the only thing final() finds wrong is the tag
    return null
  }
}
