/** Something that takes time, in seconds. */
type Timed = { readonly seconds: number }

/** The items that fit into the time, in the same order, and those that do not. */
export type Fitted<Item> = { readonly taken: readonly Item[]; readonly left: readonly Item[] }

/**
 * Takes what fits, in order: an item that does not fit is left out, and a shorter one behind it may
 * still be taken. When no item fits as it is, the first is shortened to what does.
 *
 * @param shorten returns the item with as much of it as fits into these seconds, or null when
 *   nothing of it does.
 */
export function fitMinutes<Item extends Timed>(
  items: readonly Item[],
  minutes: number,
  shorten: (item: Item, seconds: number) => Item | null,
): Fitted<Item> {
  const available = minutes * 60
  const taken: Item[] = []
  const left: Item[] = []
  let used = 0
  for (const item of items) {
    const fits = used + item.seconds <= available
    if (fits) used += item.seconds
    ;(fits ? taken : left).push(item)
  }
  const [first, ...others] = items
  const short = taken.length === 0 && first ? shorten(first, available) : null
  return short ? { taken: [short], left: others } : { taken, left }
}
