import type { Page } from './paging.js'

const pageItemsMax = 100

/** A list that is short for good, in the shape of a page. */
export function wholeList<Item>(items: Item[]): Page<Item> {
  return { data: items, page: { nextCursor: null, limit: pageItemsMax } }
}
