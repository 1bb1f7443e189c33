import type { Caller } from './caller.js'
import type { AnyInput } from './operation.js'
import type { CallOptions } from './types.js'

type Page = { readonly data: readonly unknown[]; readonly page: { readonly nextCursor: string | null } }

/**
 * Iterates over the items of all pages, and asks for a page when its first item is wanted.
 *
 * @throws Error when a page leads to itself.
 */
export async function* itemsOf(
  call: Caller,
  id: string,
  { input = {}, options }: { readonly input?: AnyInput; readonly options?: CallOptions },
): AsyncGenerator<unknown, undefined> {
  let cursor: string | undefined
  do {
    const { body } = await call(id, cursor === undefined ? input : { ...input, cursor }, options)
    const { data, page } = body as Page
    yield* data
    if (page.nextCursor !== null && page.nextCursor === cursor) throw new Error(`A page of ${id} leads to itself`)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
