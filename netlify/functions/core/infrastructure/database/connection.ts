import type { DatabaseSettings } from './create-database.js'

export type { DatabaseSettings } from './create-database.js'
export { type AdapterName, adapterFor, createDatabase } from './create-database.js'
export type { BatchOptions, Database, Isolation, Results } from './port.js'

/** `npm run db:test`: see commands/test-connection.ts, which functions need not load. */
export async function testConnection(settings?: DatabaseSettings): Promise<void> {
  const command = await import('./commands/test-connection.js')
  return command.testConnection(settings)
}
