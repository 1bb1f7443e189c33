import { cpus, loadavg } from 'node:os'
import { withClient } from '#tests/support/with-client.js'
import type { Machine } from './result.js'

/** Tells where and when is measured. */
export async function machineNow(serverUrl: string): Promise<Machine> {
  const { rows } = await withClient(serverUrl, (client) => client.query<{ version: string }>(`show server_version`))
  const version = Object.values(rows[0] ?? {})[0]?.split(' ')[0] ?? 'unknown'
  return {
    at: new Date().toISOString().slice(0, 16),
    node: process.version,
    postgres: version,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    busy: loadavg()[0] ?? 0,
  }
}
