import type * as z from 'zod'
import { ArchiveHeader, ArchiveManifest, TableMark, type TableSum } from './archive-format.js'
import { damaged } from './damaged.js'
import { LineSum } from './line-sum.js'
import { compressedLines } from './read-lines.js'

/** A part of an archive, in the order of the file. */
export type ArchivePart =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  /** Rows of one table, each a line of JSON. */
  | { readonly kind: 'rows'; readonly table: string; readonly lines: readonly Buffer[] }
  | { readonly kind: 'manifest'; readonly manifest: ArchiveManifest }

/**
 * Reads an archive, and compares everything in it with its sums. It yields parts before it has read
 * the sums at the end: read the file once to the end before you use anything from it.
 *
 * @throws CommandError (refused) that names the file, and the table when one is wrong.
 */
export async function* readArchive(file: string, onBytes?: (bytes: number) => void): AsyncGenerator<ArchivePart> {
  const reading = new Reading(file)
  for await (const lines of compressedLines(file, onBytes)) {
    for (const run of runsOf(lines)) {
      const part = reading.read(run)
      if (part) yield part
    }
  }
  reading.end()
}

const openingBracket = 0x5b

/** Groups consecutive lines with rows; every other line is a group of its own. */
function runsOf(lines: readonly Buffer[]): Buffer[][] {
  const runs: Buffer[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && isRow(run[0]) && isRow(line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function isRow(line: Buffer | undefined): boolean {
  return line?.[0] === openingBracket
}

/** Keeps track of what has been read, and of what may come next. */
class Reading {
  readonly #file: string
  readonly #whole = new LineSum()
  readonly #sums: TableSum[] = []
  #header: ArchiveHeader | null = null
  #table: { readonly name: string; readonly sum: LineSum } | null = null
  #ended = false

  constructor(file: string) {
    this.#file = file
  }

  read(run: readonly Buffer[]): ArchivePart | null {
    if (this.#ended) throw damaged(this.#file, 'it goes on after its end')
    if (!this.#header) return this.#readHeader(run[0])
    if (isRow(run[0])) return this.#readRows(run)
    const line = this.#json(run[0])
    const mark = TableMark.safeParse(line)
    return mark.success ? this.#beginTable(run, mark.data.table) : this.#readManifest(line)
  }

  end(): void {
    if (!this.#ended) throw damaged(this.#file, 'it was cut short')
  }

  #readHeader(line: Buffer | undefined): ArchivePart {
    this.#header = this.#parsed(ArchiveHeader, this.#json(line), 'it does not begin as one')
    this.#whole.add(line ? [line] : [])
    return { kind: 'header', header: this.#header }
  }

  #readRows(lines: readonly Buffer[]): ArchivePart {
    if (!this.#table) throw damaged(this.#file, 'it has rows of no table')
    this.#whole.add(lines)
    this.#table.sum.add(lines)
    return { kind: 'rows', table: this.#table.name, lines }
  }

  #beginTable(lines: readonly Buffer[], name: string): null {
    this.#endTable()
    this.#whole.add(lines)
    const expected = this.#header?.tables[this.#sums.length]?.name
    if (name !== expected) throw damaged(this.#file, `${expected ?? 'its end'} should come where ${name} does`)
    this.#table = { name, sum: new LineSum() }
    return null
  }

  #endTable(): void {
    if (!this.#table) return
    const { name, sum } = this.#table
    this.#sums.push({ name, rows: sum.lines, sha256: sum.digest() })
    this.#table = null
  }

  #readManifest(line: unknown): ArchivePart {
    this.#endTable()
    const manifest = this.#parsed(ArchiveManifest, line, 'one of its lines is neither a row nor a table')
    const names = this.#header?.tables.map(({ name }) => name) ?? []
    for (const [index, name] of names.entries()) this.#compare(name, this.#sums[index], manifest.tables[index])
    if (manifest.tables.length !== names.length || manifest.sha256 !== this.#whole.digest())
      throw damaged(this.#file, 'its SHA-256 is not that of its manifest')
    this.#ended = true
    return { kind: 'manifest', manifest }
  }

  #compare(name: string, read: TableSum | undefined, stated: TableSum | undefined): void {
    if (read?.name !== name || stated?.name !== name) throw damaged(this.#file, `${name} is missing`)
    if (read.rows !== stated.rows)
      throw damaged(this.#file, `${name} has ${read.rows} rows, and ${stated.rows} by its manifest`)
    if (read.sha256 !== stated.sha256) throw damaged(this.#file, `the rows of ${name} are not those that were written`)
  }

  #json(line: Buffer | undefined): unknown {
    try {
      return JSON.parse(String(line))
    } catch {
      throw damaged(this.#file, 'one of its lines is not JSON')
    }
  }

  #parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, otherwise: string): z.output<Schema> {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw damaged(this.#file, otherwise)
  }
}
