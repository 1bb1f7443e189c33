/** What is asked for together: of each inner list, any one will do. Nothing is asked when empty. */
export type Groups<Item> = readonly (readonly Item[])[]

/** Tells whether of every group something is there. */
export function areMet<Item>(groups: Groups<Item>, isThere: (item: Item) => boolean): boolean {
  return groups.every((group) => group.some(isThere))
}

/** Lists everything that groups name, each once, in their order. */
export function namedIn<Item>(groups: Groups<Item>): Item[] {
  return [...new Set(groups.flat())]
}

/** Takes the first of every group, each once: one way to meet them all, the usual one. */
export function usualOf<Item>(groups: Groups<Item>): Item[] {
  return [...new Set(groups.flatMap((group) => group.slice(0, 1)))]
}

/**
 * Lists every way to meet groups, the usual one first: the same said the other way round, lists of
 * which any one is enough, with all of it. No ways when nothing is asked.
 */
export function waysToMeet<Item>(groups: Groups<Item>): Item[][] {
  if (groups.length === 0) return []
  return groups
    .reduce<Item[][]>((ways, group) => ways.flatMap((way) => group.map((item) => [...way, item])), [[]])
    .map((way) => [...new Set(way)])
}
