import { testBaseUrl } from '#tests/support/tokens.js'
import type { Server } from '../servers/server.js'
import { startNode } from '../servers/start-node.js'

export type HostParts = {
  /** A folder of packed functions. */
  readonly functions: string
  readonly url: string
  readonly processes?: number
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Serves packed functions on a database. They are configured as deployed, with their log (which
 * nobody reads), but for a quota that no load reaches.
 */
export function startHost({ functions, url, processes = 1, env = {} }: HostParts): Promise<Server> {
  return startNode('host/host.ts', {
    BENCH_FUNCTIONS: functions,
    BENCH_PROCESSES: String(processes),
    DATABASE_URL: url,
    AUTH_SECRET: 'a secret that only the bench knows, long enough',
    BASE_URL: testBaseUrl,
    RATE_LIMIT_REQUESTS: '1000000',
    ...env,
  })
}
