import * as z from 'zod'
import type { Statement } from '#database/statement.js'
import { wholeNumberText } from '#domain/values/whole-number.schema.js'
import type { Context } from './context.js'
import { refuseRequest } from './request-refusal.js'

/** The most items on a page, unless a list says otherwise. */
const usualMax = 100

/** The most items on a page of any list: the whole library fits. */
export const longestPage = 500

/** Makes the query parameters of a list. A limit over the largest page counts as that. */
export function pageQueryUpTo(itemsMax: number) {
  return {
    limit: wholeNumberText({ min: 1, max: Number.MAX_SAFE_INTEGER })
      .default(25)
      .transform((limit) => Math.min(limit, itemsMax))
      .meta({ description: `Items on a page; more than ${itemsMax} is lowered to ${itemsMax}`, example: 25 }),
    cursor: z
      .string()
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'Where the last page ended (`page.nextCursor`)' }),
  }
}

/** The query parameters of a list with pages of the usual length. */
export const pageQuery = pageQueryUpTo(usualMax)

const PageInfo = z
  .strictObject({
    nextCursor: z.string().max(1_000).nullable().meta({ description: 'Where the next page begins; null on the last' }),
    limit: z.int().min(1).max(longestPage).meta({ description: 'The most items on this page', example: 25 }),
  })
  .meta({ id: 'Page', description: 'Where a page of a list ends' })

/** Makes the schema of a page: its items and the cursor of the next page. */
export function pageOf<Item extends z.ZodType>(item: Item, itemsMax = usualMax) {
  return z.strictObject({ data: z.array(item).max(itemsMax), page: PageInfo })
}

export type Page<Item> = { data: Item[]; page: { nextCursor: string | null; limit: number } }

/** Wraps a list that always fits on one page. */
export function wholeList<Item>(items: Item[]): Page<Item> {
  return { data: items, page: { nextCursor: null, limit: usualMax } }
}

/** The values that a list is ordered by, taken from one item; the last one is unique. */
export type Keys = readonly (string | number | null)[]

type Listing<Item, After extends Keys> = {
  /**
   * Names the list and its filters, and binds its cursors to them. The codec binds cursors to the
   * caller.
   */
  readonly of: string
  readonly filters: unknown
  readonly limit: number
  readonly cursor: string | undefined
  readonly keys: z.ZodType<After>
  readonly keysOf: (item: Item) => After
  /** Lists up to `limit` items after `after`, or from the start. */
  readonly list: (after: After | null, limit: number) => Statement<Item[]>
  /** Tells whether an item is there as a whole; where one is not, the page ends before it. */
  readonly isWhole?: (item: Item) => boolean
}

/**
 * Reads one page of a list in keyset order with one statement. It reads one item more than asked to
 * see whether there is a next page.
 *
 * Refuses with INVALID_CURSOR when the cursor belongs to another list, other filters or another
 * caller.
 */
export async function readPage<Item, After extends Keys>(
  context: Context,
  listing: Listing<Item, After>,
): Promise<Page<Item>> {
  const { limit, cursor, keys, keysOf, list, isWhole = () => true } = listing
  const purpose = `${listing.of}?${JSON.stringify(listing.filters)}`
  const after = cursor === undefined ? null : keysIn(keys, context.cursors().open(purpose, cursor))
  const items = await context.read(list(after, limit + 1))
  const cut = items.findIndex((item) => !isWhole(item))
  const data = items.slice(0, cut < 0 ? limit : Math.min(cut, limit))
  const last = items.length > data.length ? data.at(-1) : undefined
  return { data, page: { nextCursor: last ? context.cursors().seal(purpose, keysOf(last)) : null, limit } }
}

/**
 * Parses the keys of a cursor. A cursor of an earlier release may hold other keys than the list has
 * now.
 */
function keysIn<After extends Keys>(schema: z.ZodType<After>, opened: unknown): After {
  const keys = schema.safeParse(opened)
  return keys.success
    ? keys.data
    : refuseRequest('INVALID_CURSOR', 'The cursor is of another release: begin at the first page.')
}
