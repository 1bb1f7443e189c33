import { randomUUID } from 'node:crypto'
import { createClient } from '@redis/client'
import { hasRedisServer, startRedisServer } from './redis-server.js'

/**
 * A real Redis: a server of our own when its binary is installed, else the one at `REDIS_URL` or at
 * the usual port.
 */
export type TestRedis = Awaited<ReturnType<typeof open>>

/** Null without a Redis; the tests that need it are then skipped, and say why. */
export async function testRedis(): Promise<TestRedis | null> {
  if (!hasRedisServer()) return open(process.env.REDIS_URL || 'redis://127.0.0.1:6379').catch(() => null)
  const server = await startRedisServer()
  return open(server.url, server.kill)
}

async function open(url: string, stop: () => Promise<void> = async () => undefined) {
  const client = createClient({ url, socket: { connectTimeout: 1_000, reconnectStrategy: false } })
  client.on('error', () => undefined)
  await client.connect()
  // others may use the same server
  const prefix = `test-${randomUUID()}:`
  const close = async () => {
    const keys = await client.keys(`${prefix}*`)
    if (keys.length > 0) await client.del(keys)
    client.destroy()
    await stop()
  }
  return { url, client, prefix, close }
}
