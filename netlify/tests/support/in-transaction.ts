import type pg from 'pg'
import { parseAll, parseOne } from '#database/adapters/parse-all.js'
import { toText } from '#database/adapters/types.js'
import type { Database } from '#database/connection.js'
import { toDatabaseError } from '#database/errors.js'
import type { Statement } from '#database/statement.js'
import { inOneGo } from '#domain/values/in-one-go.js'

/**
 * Returns a port over the open transaction of one connection: it sees what the transaction changed,
 * and a rollback undoes everything. A statement that fails leaves the transaction usable.
 */
export function inTransaction(client: pg.Client): Database {
  const run = async ({ text, values }: Statement) => {
    await client.query('savepoint before')
    try {
      const asText = { getTypeParser: () => (raw: string) => raw }
      const { fields, rows } = await client.query<(string | null)[]>({
        text,
        values: values.map(toText),
        rowMode: 'array',
        types: asText,
      })
      return { fields, rows }
    } catch (error) {
      await client.query('rollback to savepoint before')
      throw toDatabaseError(error)
    }
  }
  return {
    query: async <Result>(statement: Statement<Result>) => inOneGo(parseOne(statement, await run(statement))),
    batch: async <const Statements extends readonly Statement[]>(statements: Statements) => {
      const results = []
      for (const statement of statements) results.push(await run(statement))
      return inOneGo(parseAll(statements, results))
    },
    close: async () => undefined,
  }
}
