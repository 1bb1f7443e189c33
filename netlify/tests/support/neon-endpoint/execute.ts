import type pg from 'pg'
import type { NeonQuery, NeonRequest } from './protocol.js'

/** The moment at which the endpoint breaks off, to show how a client handles it. */
export type NeonFault = 'cut before commit' | 'cut after commit' | 'no answer'

/** The endpoint hangs up without an answer. */
export class HangUp extends Error {
  override readonly name = 'HangUp'
}

/** The endpoint stays silent. */
export class Silence extends Error {
  override readonly name = 'Silence'
}

/** Runs a request on a connection of its own, and returns the body of the answer. */
export async function execute(client: pg.ClientBase, request: NeonRequest, fault: NeonFault | null): Promise<unknown> {
  // a single query that is to be cut needs a commit to be cut before or after
  const begin = request.begin ?? (fault ? 'begin' : null)
  const results = begin ? await transact(client, request, begin, fault) : await runAll(client, request)
  if (fault === 'cut after commit') throw new HangUp()
  if (fault === 'no answer') throw new Silence()
  return request.begin === null ? results[0] : { results }
}

async function transact(client: pg.ClientBase, request: NeonRequest, begin: string, fault: NeonFault | null) {
  await client.query(begin)
  try {
    const results = await runAll(client, request)
    if (fault === 'cut before commit') throw new HangUp()
    await client.query('commit')
    return results
  } catch (error) {
    // where the connection is gone, so is the transaction, and the first error is the one to tell
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function runAll(client: pg.ClientBase, request: NeonRequest): Promise<unknown[]> {
  const results: unknown[] = []
  for (const query of request.queries) results.push(await run(client, query, request.arrayMode))
  return results
}

async function run(client: pg.ClientBase, query: NeonQuery, arrayMode: boolean) {
  const config: pg.QueryArrayConfig & { queryMode: 'extended' } = {
    text: query.query,
    values: query.params.map((value) => (value === null ? null : String(value))),
    rowMode: 'array',
    types: { getTypeParser: () => (text: string) => text },
    // without parameters, pg would take the simple protocol, which lets several statements through
    queryMode: 'extended',
  }
  const result = await client.query<unknown[]>(config)
  const { fields, rows, rowCount, command } = result
  const names = fields.map(({ name }) => name)
  const objects = () => rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])))
  return { fields, rows: arrayMode ? rows : objects(), rowCount, command, rowAsArray: arrayMode }
}
