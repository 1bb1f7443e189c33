import type { SetTarget } from '@calistheniq/client'
import { amount } from './format.js'

/** Sets in short: `3 × 8`, `8, 7, 6`, `2 × 30 s each side`. */
export function setsInShort(sets: readonly SetTarget[], isUnilateral = false): string {
  const amounts = sets.map(amount)
  const isEven = amounts.length > 1 && new Set(amounts).size === 1
  return `${isEven ? `${amounts.length} × ${amounts[0]}` : amounts.join(', ')}${isUnilateral ? ' each side' : ''}`
}
