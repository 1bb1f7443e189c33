import type pg from 'pg'
import type { RawResult } from './types.js'

/** A command as it is sent to the server. */
export type WireCommand = { readonly text: string; readonly values: readonly (string | null)[] }

/**
 * The names of the statements that a connection has prepared, by their text; null when statements
 * must stay unnamed.
 */
export type PreparedNames = Map<string, string> | null

type RowDescription = { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }
type DataRow = { readonly fields: readonly (string | null)[] }

/**
 * How many statements a connection may name: each costs the server memory for as long as the
 * connection lives.
 */
const namedMax = 250

/**
 * Several commands sent in one write with a single Sync at the end: one round trip, however many
 * they are. When one fails, the server skips the others up to the Sync. The `pg` package calls the
 * methods as the answers arrive; `completed` counts the commands that have succeeded.
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
    // the server skipped the preparing of every statement after the failure
    for (const { text, index } of this.#fresh) if (index >= this.completed) this.#names?.delete(text)
    this.#fresh = []
    this.#settle.reject(error)
  }
}

let namesGiven = 0

/**
 * Makes a name that is never used twice, so that a statement which may or may not have been
 * prepared is never run under it.
 */
function newName(): string {
  namesGiven += 1
  return `cq_${namesGiven}`
}
