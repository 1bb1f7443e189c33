import * as z from 'zod'

/**
 * The format's name. A backup is a gzip of lines: the header, then for each table a line that names
 * it and a line for each row, then the manifest. A row is a JSON array of its columns in
 * PostgreSQL's text form, so that every value comes back unchanged.
 */
export const formatName = 'calistheniq-backup'
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A stored column. Generated columns are left out, because they follow from the others. */
const ArchivedColumn = z.strictObject({ name: z.string(), type: z.string() })

const ArchivedTable = z.strictObject({ name: z.string(), columns: z.array(ArchivedColumn).min(1) })
export type ArchivedTable = Readonly<z.output<typeof ArchivedTable>>

const ArchivedMigration = z.strictObject({ number: z.int(), name: z.string(), checksum: sha256 })
export type ArchivedMigration = Readonly<z.output<typeof ArchivedMigration>>

/**
 * The first line: when and on which server the backup was taken, the migrations applied there, and
 * the tables, each after the tables that it refers to.
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

/** Adds up the rows of all tables. */
export function totalOf(tables: readonly TableSum[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

/**
 * The last line: what a reader must have read before it. `sha256` is the sum of all lines before
 * this one; each table has a sum of its rows.
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
