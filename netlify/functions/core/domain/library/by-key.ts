/** The names by which a client may ask for an exercise. */
export type Keys = { readonly id: string; readonly slug: string; readonly formerSlugs?: readonly string[] | undefined }

/**
 * Keys items by the ids, slugs and former slugs of their exercises. A slug that an exercise has wins
 * over the same slug that another one had before.
 */
export function byKey<Item>(items: readonly Item[], keysOf: (item: Item) => Keys): ReadonlyMap<string, Item> {
  const keyed = (names: (keys: Keys) => readonly string[]) =>
    items.flatMap((item) => names(keysOf(item)).map((name) => [name, item] as const))
  return new Map([...keyed(({ formerSlugs = [] }) => formerSlugs), ...keyed(({ id, slug }) => [id, slug])])
}
