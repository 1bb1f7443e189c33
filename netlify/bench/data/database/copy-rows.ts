import type { Client, Connection, Submittable } from 'pg'

/** Characters that are sent at once. */
const chunkLength = 256 * 1024

/** The part of the package `pg` that its types leave out. */
type CopyingConnection = Connection & {
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

/**
 * Loads rows by `copy … from stdin`, and resolves with their number.
 *
 * @param columns in the order of the values.
 * @param lines rows in the text format of `copy`, without a line feed at the end.
 * Rejects as a query does when the database refuses the rows; none of them is kept then.
 */
export function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(copying(`copy ${table} (${columns.join(', ')}) from stdin`, lines, { resolve, reject }))
  })
}

type Ending = { readonly resolve: () => void; readonly reject: (error: Error) => void }

/** Makes a query of `pg` that answers the server's invitation to send rows. */
function copying(text: string, lines: readonly string[], { resolve, reject }: Ending): Submittable {
  let failed = false
  const query = {
    submit: (connection: Connection) => connection.query(text),
    handleCopyInResponse: (connection: CopyingConnection) => {
      for (const chunk of chunksOf(lines)) connection.sendCopyFromChunk(chunk)
      connection.endCopyFrom()
    },
    handleCommandComplete: () => undefined,
    handleError: (error: Error) => {
      failed = true
      reject(error)
    },
    handleReadyForQuery: () => {
      if (!failed) resolve()
    },
  }
  return query
}

function* chunksOf(lines: readonly string[]): Generator<Buffer> {
  let chunk = ''
  for (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < chunkLength) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk !== '') yield Buffer.from(chunk)
}
