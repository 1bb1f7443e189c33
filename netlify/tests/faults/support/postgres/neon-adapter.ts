import { neonDatabase } from '#database/adapters/neon.js'
import type { Database } from '#database/connection.js'
import { startNeonEndpoint } from '#tests/support/neon-endpoint.js'
import type { FaultContext } from '../context.js'

/** Neon's adapter on a database of any PostgreSQL. */
export async function overNeon(context: FaultContext, url: string): Promise<Database> {
  const endpoint = await startNeonEndpoint()
  context.onEnd(() => endpoint.close())
  return neonDatabase(url, { endpoint: endpoint.url })
}
