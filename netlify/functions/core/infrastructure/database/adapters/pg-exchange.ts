import type pg from 'pg'
import type { RawResult } from './types.js'

/** One command as it goes over the wire. */
export type WireCommand = { readonly text: string; readonly values: readonly (string | null)[] }

/**
 * Names of the statements that a connection has prepared, by their text; null where they may not be
 * named.
 */
export type PreparedNames = Map<string, string> | null

type RowDescription = { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }
type DataRow = { readonly fields: readonly (string | null)[] }

/**
 * Beyond this many, further statements stay unnamed: each costs the server memory for as long as
 * the connection lives.
 */
const namedMax = 250

/**
 * Several commands in one write with one Sync at the end: one round trip, whatever their number.
 * Where one fails, the server skips the rest up to the Sync. pg calls the methods as the answers
 * arrive; `completed` counts the commands that did.
 */
export class PgExchange implements pg.Submittable {
  readonly answers: Promise<readonly RawResult[]>
  readonly #commands: readonly WireCommand[]
  readonly #names: PreparedNames
  readonly #results: RawResult[] = []
  readonly #settle = Promise.withResolvers<readonly RawResult[]>()
  #fresh: { readonly text: string; readonly index: number }[] = []
  #fields: RawResult['fields'] = []
  #rows: (readonly (string | null)[])[] = []

  constructor(commands: readonly WireCommand[], names: PreparedNames) {
    this.#commands = commands
    this.#names = names
    this.answers = this.#settle.promise
  }

  get completed(): number {
    return this.#results.length
  }

  submit = (connection: pg.Connection): void => {
    connection.stream.cork()
    this.#commands.forEach((command, index) => {
      const statement = this.#prepare(connection, command.text, index)
      connection.bind({ portal: '', statement, values: [...command.values] }, true)
      connection.describe({ type: 'P', name: '' }, true)
      connection.execute({ portal: '' }, true)
    })
    connection.sync()
    connection.stream.uncork()
  }

  #prepare(connection: pg.Connection, text: string, index: number): string {
    const known = this.#names?.get(text)
    if (known) return known
    const name = this.#names && this.#names.size < namedMax ? newName() : ''
    connection.parse({ name, text, types: [] }, true)
    if (name) {
      this.#names?.set(text, name)
      this.#fresh.push({ text, index })
    }
    return name
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.#fields = fields
  }

  handleDataRow({ fields }: DataRow): void {
    this.#rows.push(fields)
  }

  handleCommandComplete(): void {
    this.#results.push({ fields: this.#fields, rows: this.#rows })
    this.#fields = []
    this.#rows = []
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete()
  }

  handleReadyForQuery(): void {
    this.#settle.resolve(this.#results)
  }

  handleError(error: unknown): void {
    // what was to be prepared after the failure was skipped with it
    for (const { text, index } of this.#fresh) if (index >= this.completed) this.#names?.delete(text)
    this.#fresh = []
    this.#settle.reject(error)
  }
}

let namesGiven = 0

/** Never the same twice, so that a name which may or may not have been prepared is left alone. */
function newName(): string {
  namesGiven += 1
  return `cq_${namesGiven}`
}
