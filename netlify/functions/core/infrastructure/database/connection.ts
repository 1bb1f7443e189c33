import type { DatabaseSettings } from './create-database.js'

export type { DatabaseSettings } from './create-database.js'
export { type AdapterName, adapterFor, createDatabase } from './create-database.js'
export type { BatchOptions, Database, Isolation, Results } from './port.js'

/**
 * Runs `npm run db:test`. The command is imported only then, so that functions need not load it.
 */
export async function testConnection(settings?: DatabaseSettings): Promise<void> {
  const command = await import('./commands/test-connection.js')
  return command.testConnection(settings)
}
