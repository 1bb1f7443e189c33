import * as z from 'zod'

/**
 * A backup is a gzip of lines: the header, then for each table a line that names it and a line for
 * each row, then the manifest. A row is a JSON array of its columns as PostgreSQL writes them in
 * text, so that every value comes back as it was.
 */
export const formatName = 'calistheniq-backup'
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A column that is stored: generated ones follow from the others. */
const ArchivedColumn = z.strictObject({ name: z.string(), type: z.string() })

const ArchivedTable = z.strictObject({ name: z.string(), columns: z.array(ArchivedColumn).min(1) })
export type ArchivedTable = Readonly<z.output<typeof ArchivedTable>>

const ArchivedMigration = z.strictObject({ number: z.int(), name: z.string(), checksum: sha256 })
export type ArchivedMigration = Readonly<z.output<typeof ArchivedMigration>>

/**
 * The first line: what the rows are rows of. Tables stand in an order in which each finds those
 * that it refers to.
 */
export const ArchiveHeader = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(ArchivedMigration).min(1),
  tables: z.array(ArchivedTable).min(1),
})
export type ArchiveHeader = Readonly<z.output<typeof ArchiveHeader>>

/** The line before the rows of a table. */
export const TableMark = z.strictObject({ table: z.string() })

const TableSum = z.strictObject({ name: z.string(), rows: z.int().min(0), sha256 })
export type TableSum = Readonly<z.output<typeof TableSum>>

/** The rows of all tables together. */
export function totalOf(tables: readonly TableSum[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

/**
 * The last line: what must have been read before it. `sha256` is of all the lines before, each sum
 * of its table's rows.
 */
export const ArchiveManifest = z.strictObject({
  tables: z.array(TableSum),
  sequences: z.array(
    z.strictObject({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
  sha256,
})
export type ArchiveManifest = Readonly<z.output<typeof ArchiveManifest>>
export type ArchivedSequence = ArchiveManifest['sequences'][number]
