import type { LibraryFacts } from './library-facts.js'

/**
 * Whether an exercise needs nothing beyond this equipment; what the library calls `none` is always
 * there.
 */
export function isUsable({ equipment }: Pick<LibraryFacts, 'equipment'>, owned: readonly string[]): boolean {
  return equipment.every((item) => item === 'none' || owned.includes(item))
}
