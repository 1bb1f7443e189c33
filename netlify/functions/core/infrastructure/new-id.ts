import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const idBytes = 16

/** Random bytes of the next ids: drawing them takes as long as ten ids do, however few are drawn. */
const pool = new Uint8Array(256 * idBytes)
let used = pool.length

/** The millisecond of the last id, and its number there. */
let last = { msecs: 0, seq: 0 }

/**
 * Mints a UUID of version 7 (RFC 9562, 5.7). The ids of a process ascend: within a millisecond they are
 * numbered, from a random number of 31 bits on, and a clock that is set back does not set them back.
 */
export function newId(): string {
  const random = nextRandom()
  const msecs = Date.now()
  last = msecs > last.msecs ? { msecs, seq: firstNumberIn(random) } : { ...last, seq: last.seq + 1 }
  return v7({ ...last, random })
}

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.subarray(used - idBytes, used)
}

/** Reads what the id itself does not take: it ends in the last six bytes. */
function firstNumberIn(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1
}
