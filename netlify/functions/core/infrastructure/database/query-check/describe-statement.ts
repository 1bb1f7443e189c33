import type pg from 'pg'

/**
 * A column of a statement's result; `tableId` and `columnId` are 0 when it is not a table's column.
 */
export type DescribedColumn = {
  readonly name: string
  readonly typeId: number
  readonly tableId: number
  readonly columnId: number
}

/**
 * What the server knows about a statement without running it: the types of its parameters, and its
 * columns, null when it returns none.
 */
export type Description = {
  readonly parameterTypeIds: readonly number[]
  readonly columns: readonly DescribedColumn[] | null
}

/** Asks the server to parse and describe a statement. */
export async function describeStatement(client: pg.Client, text: string): Promise<Description> {
  const exchange = new DescribeExchange(text)
  client.query(exchange)
  return exchange.answer
}

type RowDescription = {
  readonly fields: readonly {
    readonly name: string
    readonly dataTypeID: number
    readonly tableID: number
    readonly columnID: number
  }[]
}

/** Sends Parse, Describe and Sync; the `pg` package calls the handlers as the answers arrive. */
class DescribeExchange implements pg.Submittable {
  readonly #settle = Promise.withResolvers<Description>()
  readonly answer = this.#settle.promise
  readonly #text: string
  #parameterTypeIds: readonly number[] = []
  #columns: readonly DescribedColumn[] | null = null
  #stopListening = () => {}

  constructor(text: string) {
    this.#text = text
  }

  submit = (connection: pg.Connection): void => {
    const listen = ({ dataTypeIDs }: { dataTypeIDs: readonly number[] }) => {
      this.#parameterTypeIds = dataTypeIDs
    }
    // pg emits every message by its name, and has no handler for this one
    connection.on('parameterDescription', listen)
    this.#stopListening = () => connection.off('parameterDescription', listen)
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.#columns = fields.map(({ name, dataTypeID, tableID, columnID }) => ({
      name,
      typeId: dataTypeID,
      tableId: tableID,
      columnId: columnID,
    }))
  }

  handleReadyForQuery(): void {
    this.#stopListening()
    this.#settle.resolve({ parameterTypeIds: this.#parameterTypeIds, columns: this.#columns })
  }

  handleError(error: unknown): void {
    this.#stopListening()
    this.#settle.reject(error)
  }
}
