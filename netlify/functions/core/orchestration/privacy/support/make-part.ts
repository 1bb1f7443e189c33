import type { Database } from '#database/connection.js'
import type { Scope } from '#domain/account/principal.js'
import { listOwnedRows } from '#queries/account-data.js'
import type { ClaimedExport, ReadingPlace } from '#queries/account-exports-making.js'
import type { Entity } from '#queries/owned-entities.js'
import { Archive } from './archive.js'
import { type Readable, readableBy } from './entity-scopes.js'
import { aboutTheData, notReadable } from './export-readme.js'
import { RowFiles } from './row-files.js'
import { rowsThatFit } from './rows-that-fit.js'

/** When a part is full, and when it is stored as it is. */
export type PartLimits = {
  /** What a part is filled up to. The database takes a third more, for the last rows may be long. */
  readonly bytesMax: number
  /** Milliseconds after which a part that has rows is stored as it is: pages of a very large account are slow. */
  readonly msMax: number
}

export const partLimits: PartLimits = { bytesMax: 3_145_728, msMax: 8_000 }

/** What stays free for the end of the ZIP, and for what open files hold back. */
const reserve = 262_144

/** A part with less room is full. */
const roomMin = 524_288

/**
 * How many bytes a byte of JSON takes at most, packed as JSON and again as CSV, where quotes are
 * doubled: rows may hold texts that do not pack.
 */
const packedMax = 2.5

/** How many rows of each kind are read first. */
const firstRows = 500

type Part = {
  /** Null when nothing was left to be read. */
  readonly content: Uint8Array | null
  readonly rows: number
  /** Where the next part goes on; null when this is the last. */
  readonly next: ReadingPlace | null
}

/**
 * Makes the next part of an export: reads page by page until the part is full. A page is as large
 * as what surely still fits, so no more than that is in memory at once. Nothing else waits for this
 * process, so it packs a page at a stretch.
 */
export async function makePart(
  database: Database,
  claimed: ClaimedExport,
  { bytesMax, msMax }: PartLimits = partLimits,
): Promise<Part> {
  const scopes = new Set<Scope>(claimed.scopes)
  const readable = readableBy(scopes)
  const number = claimed.parts + 1
  const archive = new Archive()
  if (number === 1) writeReadme(archive, readable, claimed.createdAt)
  let at = claimed.at ?? startOf(readable.entities[0])
  let files: RowFiles | null = null
  let rows = 0
  let limit = firstRows
  const start = performance.now()
  while (at !== null) {
    if (rows > 0 && performance.now() - start > msMax) break
    const room = bytesMax - reserve - archive.bytes
    if (room < roomMin) break
    const { entity } = at
    const pageBytesMax = Math.floor(room / packedMax)
    const page = await database.query(pageOf(claimed, readable, at, { limit, bytesMax: pageBytesMax }))
    const last = page.at(-1)
    if (last) {
      files ??= new RowFiles(archive, `${entity}.${String(number).padStart(3, '0')}`)
      for (const row of page) files.write(row)
      rows += page.length
      at = { entity, after: last.place }
      limit = rowsThatFit(page, pageBytesMax)
    } else {
      files?.close()
      files = null
      limit = firstRows
      at = startOf(readable.entities[readable.entities.indexOf(entity) + 1])
    }
  }
  files?.close()
  archive.end()
  return { content: rows > 0 || number === 1 ? archive.take() : null, rows, next: at }
}

function startOf(entity: Entity | undefined): ReadingPlace | null {
  return entity === undefined ? null : { entity, after: null }
}

type Limits = { readonly limit: number; readonly bytesMax: number }

function pageOf({ athleteId, readsUntil }: ClaimedExport, { types }: Readable, at: ReadingPlace, limits: Limits) {
  return listOwnedRows({ userId: athleteId, types, ...at, until: readsUntil, ...limits })
}

function writeReadme(archive: Archive, readable: Readable, begunAt: Date): void {
  const file = archive.open('README.txt')
  const lines = [
    `What CalisthenIQ holds of you, in parts. This export began at ${begunAt.toISOString()}.`,
    '',
    'Each part is a ZIP of its own. Files are called after their part, so that all parts fit into one folder.',
    'json/ has each kind of thing without loss; csv/ has the same as tables (RFC 4180), nested values as JSON.',
    ...aboutTheData,
    '',
    'You may train while the parts are made. Each row is as it was when it was read, and is in one part.',
    'Of what only comes and stays (sets, sessions, events, check-ins, goals and the like), rows that came after the',
    'export began are left out. Of what follows from them or changes, you find the state of some moment since.',
    '',
    ...notReadable(readable),
  ]
  file.write(lines.join('\r\n'))
  file.close()
}
