import type { Page } from './paging.js'

const pageItemsMax = 100

/** Wraps a list that always fits on one page. */
export function wholeList<Item>(items: Item[]): Page<Item> {
  return { data: items, page: { nextCursor: null, limit: pageItemsMax } }
}
