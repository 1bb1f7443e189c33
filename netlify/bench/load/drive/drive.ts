import type { Server } from '../servers/server.js'
import { fire, type Load } from './autocannon.js'
import { percentile } from './statistics.js'

/** What one round of load has shown of a server. */
export type Driven = {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** CPU of the server's processes, without the database's. */
  readonly cpuMsPerRequest: number
  readonly residentBytes: number
  readonly requests: number
  readonly errors: number
}

/** Loads a server, and measures what it answers and uses. */
export async function drive(server: Server, load: Omit<Load, 'port'>): Promise<Driven> {
  const before = await server.usage()
  const { milliseconds, seconds, errors } = await fire({ ...load, port: server.port })
  const after = await server.usage()
  const requests = Math.max(1, milliseconds.length)
  return {
    requestsPerSecond: (requests - 1) / seconds,
    p50Ms: percentile(milliseconds, 0.5),
    p99Ms: percentile(milliseconds, 0.99),
    cpuMsPerRequest: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / requests,
    residentBytes: after.residentBytes,
    requests,
    errors,
  }
}
