import type { Context } from '#orchestration/context.js'
import { listOwnedRows, type OwnedPageRow } from '#queries/account-data.js'
import type { Entity } from '#queries/owned-entities.js'
import { Archive } from './archive.js'
import type { Readable } from './entity-scopes.js'
import { aboutTheData, notReadable } from './export-readme.js'
import { RowFiles } from './row-files.js'
import { rowsThatFit } from './rows-that-fit.js'

/** What the statements of the first round trip read of every kind of thing. */
const firstPage = { limit: 250, bytesMax: 65_536 }

/** How many bytes of JSON a later page has. */
const pageBytesMax = 524_288

type Page = readonly OwnedPageRow[]

/** Reads the first page of everything that may be exported: all there is of a small account. */
export function firstPages(context: Context, { entities, types }: Readable) {
  return entities.map((entity) => pageOf(context, { entity, types, after: null, ...firstPage }))
}

/**
 * Packs an export while it is read: the next page is asked for when the one before is packed and taken, so no
 * more than a page is in memory, besides the CSV of the kind of thing that is being written, packed. Other requests
 * have their turn whenever a block is packed. It ends with the deadline of the request, or a failure of the
 * database, and is no ZIP then.
 */
export async function* exportZip(
  context: Context,
  readable: Readable,
  pages: readonly Page[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = new Archive()
  const counted: string[] = []
  for (const [index, entity] of readable.entities.entries()) {
    let files: RowFiles | null = null
    let rows = 0
    for await (const page of pagesOf(context, { entity, types: readable.types }, pages[index] ?? [])) {
      for (const row of page) {
        files ??= new RowFiles(archive, entity)
        files.write(row)
        rows += 1
        if (archive.isReady) yield archive.take()
      }
    }
    files?.close()
    if (rows > 0) counted.push(`${entity}: ${rows}`)
  }
  writeReadme(archive, readable, counted, context.now)
  archive.end()
  yield archive.take()
}

type Source = { readonly entity: Entity; readonly types: Readable['types'] }

/** Gives the first page, and reads those after it. */
async function* pagesOf(context: Context, source: Source, first: Page): AsyncGenerator<Page> {
  let page = first
  for (;;) {
    yield page
    const last = page.at(-1)
    if (!last?.isMoreBehind) return
    const limits = { limit: rowsThatFit(page, pageBytesMax), bytesMax: pageBytesMax }
    page = await context.read(pageOf(context, { ...source, after: last.place, ...limits }))
  }
}

type Asked = Source & { readonly after: readonly string[] | null; readonly limit: number; readonly bytesMax: number }

function pageOf({ athleteId: userId }: Context, asked: Asked) {
  return listOwnedRows({ userId, until: null, ...asked })
}

function writeReadme(archive: Archive, readable: Readable, counted: readonly string[], now: Date): void {
  const file = archive.open('README.txt')
  const lines = [
    `What CalisthenIQ holds of you, as of ${now.toISOString()}.`,
    '',
    'json/ has each kind of thing without loss; csv/ has the same as tables (RFC 4180), nested values as JSON.',
    'Each row is as it was when it was read, a moment after that.',
    ...aboutTheData,
    '',
    ...counted,
    '',
    ...notReadable(readable),
  ]
  file.write(lines.join('\r\n'))
  file.close()
}
