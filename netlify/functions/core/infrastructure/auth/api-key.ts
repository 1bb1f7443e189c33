import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { MintedKey } from '#domain/account/minted-key.js'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^ciq_([0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/

/** Tells whether a credential claims to be an API key, so that it is never read as a token. */
export function claimsToBeKey(credential: string): boolean {
  return credential.startsWith('ciq_')
}

/** Tells whether the checksum holds: a typo or an invented key costs no look-up. */
export function isWellFormedKey(key: string): boolean {
  const [, secret, given] = form.exec(key) ?? []
  return secret !== undefined && checksum(secret) === given
}

/**
 * Hashes a key (SHA-256, hex). Only the hash is stored; 256 random bits need no salt and no slow
 * hash.
 */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Mints an API key: `ciq_<32 random bytes, base62>_<CRC-32 of them, base62>`. */
export function mintKey(): MintedKey {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)
  const key = `ciq_${secret}_${checksum(secret)}`
  return { key, prefix: key.slice(0, 12), hash: hashOfKey(key) }
}

function checksum(secret: string): string {
  return base62(BigInt(crc32(secret)), 6)
}

function base62(value: bigint, length: number): string {
  let rest = value
  let text = ''
  for (let place = 0; place < length; place += 1) {
    text = alphabet.charAt(Number(rest % 62n)) + text
    rest /= 62n
  }
  return text
}
