import type { FaultContext } from '../context.js'

/**
 * All items in the full form of a check, and every third in the short form; the seed says which.
 */
export function sampleOf<Item>({ full, seed }: Pick<FaultContext, 'full' | 'seed'>, items: readonly Item[]): Item[] {
  return items.filter((_, index) => full || index % 3 === seed % 3)
}
