import { createHmac, timingSafeEqual } from 'node:crypto'

const periodMs = 30_000

/**
 * Finds the time step whose code this is (RFC 6238, 4.2): the one of `nowMs`, or one before or after
 * it. Null where it is none of them.
 */
export function totpStep(secret: string, code: string, nowMs: number): number | null {
  const current = Math.floor(nowMs / periodMs)
  return [current - 1, current, current + 1].find((step) => isSame(hotp(secret, step), code)) ?? null
}

/** The code of six digits of a counter (RFC 4226, 5.3). */
function hotp(secret: string, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const digest = createHmac('sha1', secret).update(message).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
