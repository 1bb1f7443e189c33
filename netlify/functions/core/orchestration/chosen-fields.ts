import * as z from 'zod'
import { nameList } from './name-list.js'
import { pageOf } from './paging.js'

/** An item of a list, and the most of them on a page: what a caller may choose fields of. */
export type Choosable = { readonly item: z.ZodObject; readonly itemsMax: number }

/** The fields that are asked for, in the order of the schema; undefined for all. */
type Chosen = readonly string[] | undefined

/** Makes the query parameter `fields`: names of fields of an item, joined by commas, each once. */
export function fieldsQuery(item: z.ZodObject) {
  const known = Object.keys(item.shape)
  return nameList(known, 'field').meta({
    description: `Only these fields of each item, joined by commas; all when left out. There are ${known.join(', ')}`,
    example: known.slice(1, 3).join(','),
  })
}

/** Makes the schema of a page whose items have the chosen fields alone. */
export function pageOfChosen({ item, itemsMax }: Choosable, chosen: Chosen) {
  const shape = Object.entries(item.shape).filter(([name]) => chosen?.includes(name) ?? true)
  return pageOf(z.strictObject(Object.fromEntries(shape)), itemsMax)
}

/** Leaves the chosen fields of each item. */
export function withChosenFields<Page extends { readonly data: readonly object[] }>(page: Page, chosen: Chosen) {
  if (chosen === undefined) return page
  const data = page.data.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => chosen.includes(name))),
  )
  return { ...page, data }
}
