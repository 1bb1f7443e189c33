import type pg from 'pg'
import type { RawResult } from './types.js'

/** A command as it is sent to the server. */
export type WireCommand = { readonly text: string; readonly values: readonly (string | null)[] }

/** A statement that a connection has prepared. */
type Prepared = {
  readonly name: string
  /** The columns of its rows, which never change: PostgreSQL refuses a plan with others. Null until they are known. */
  fields: RawResult['fields'] | null
}

/**
 * The statements that a connection has prepared, by their text; null when statements must stay
 * unnamed.
 */
export type PreparedStatements = Map<string, Prepared> | null

type RowDescription = { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }
type DataRow = { readonly fields: readonly (string | null)[] }

/**
 * How many statements a connection may name: each costs the server memory for as long as the
 * connection lives.
 */
const namedMax = 250

const noFields: RawResult['fields'] = []

/**
 * Several commands sent in one write with a single Sync at the end: one round trip, however many
 * they are. The server describes the rows of a statement the first time only. When one fails, the
 * server skips the others up to the Sync. The `pg` package calls the methods as the answers arrive;
 * `completed` counts the commands that have succeeded.
 */
export class PgExchange implements pg.Submittable {
  readonly answers: Promise<readonly RawResult[]>
  readonly #commands: readonly WireCommand[]
  readonly #prepared: PreparedStatements
  /** What each command was prepared as, in order. */
  readonly #sent: Prepared[] = []
  readonly #results: RawResult[] = []
  readonly #settle = Promise.withResolvers<readonly RawResult[]>()
  #fresh: { readonly text: string; readonly index: number }[] = []
  #rows: (readonly (string | null)[])[] = []

  constructor(commands: readonly WireCommand[], prepared: PreparedStatements) {
    this.#commands = commands
    this.#prepared = prepared
    this.answers = this.#settle.promise
  }

  get completed(): number {
    return this.#results.length
  }

  submit = (connection: pg.Connection): void => {
    connection.stream.cork()
    this.#commands.forEach((command, index) => {
      const statement = this.#prepare(connection, command.text, index)
      this.#sent.push(statement)
      connection.bind({ portal: '', statement: statement.name, values: [...command.values] }, true)
      if (!statement.fields) connection.describe({ type: 'P', name: '' }, true)
      connection.execute({ portal: '' }, true)
    })
    connection.sync()
    connection.stream.uncork()
  }

  #prepare(connection: pg.Connection, text: string, index: number): Prepared {
    const known = this.#prepared?.get(text)
    if (known) return known
    const statement = { name: this.#prepared && this.#prepared.size < namedMax ? newName() : '', fields: null }
    connection.parse({ name: statement.name, text, types: [] }, true)
    if (statement.name) {
      this.#prepared?.set(text, statement)
      this.#fresh.push({ text, index })
    }
    return statement
  }

  handleRowDescription({ fields }: RowDescription): void {
    const statement = this.#sent[this.completed]
    if (statement) statement.fields = fields
  }

  handleDataRow({ fields }: DataRow): void {
    this.#rows.push(fields)
  }

  handleCommandComplete(): void {
    const statement = this.#sent[this.completed]
    // a statement that returns no rows is described by no columns
    if (statement) statement.fields ??= noFields
    this.#results.push({ fields: statement?.fields ?? noFields, rows: this.#rows })
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
    for (const { text, index } of this.#fresh) if (index >= this.completed) this.#prepared?.delete(text)
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
