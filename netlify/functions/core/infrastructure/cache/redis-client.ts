import { noAnswer, within } from '#infrastructure/time/within.js'

export type LinkTimes = {
  /** For connecting, and the first PING. */
  readonly connectMsMax: number
  readonly commandMsMax: number
  readonly pauseMsMin: number
  readonly pauseMsMax: number
}

export type RedisClient = {
  readonly mGet: (keys: string[]) => Promise<unknown>
  readonly set: (key: string, value: string, options?: { readonly EX: number }) => Promise<unknown>
  readonly destroy: () => void
}

/**
 * Connects, and checks that Redis answers. The client neither reconnects nor queues: it would send
 * commands to whatever server comes back, and its own time limit ends once a command is written.
 *
 * @param onBroken called when the connection ends or breaks the protocol.
 */
export async function openRedis(url: string, { connectMsMax }: LinkTimes, onBroken: () => void): Promise<RedisClient> {
  // loaded here, so that a function without REDIS_URL never loads it
  const { createClient } = await import('@redis/client')
  const client = createClient({
    url,
    RESP: 2,
    socket: { connectTimeout: connectMsMax, reconnectStrategy: false },
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandsQueueMaxLength: 1_000,
  })
  // without a listener, an 'error' event ends the process
  client.on('error', onBroken)
  client.unref()
  try {
    const answered = client.connect().then((connected) => connected.ping())
    await within(connectMsMax, answered, noAnswer('Redis', connectMsMax))
  } catch (error) {
    client.destroy()
    throw error
  }
  return client
}

/** Tells for how many milliseconds to leave Redis alone after so many failures in a row. */
export function backoffMs(failures: number, { pauseMsMin, pauseMsMax }: LinkTimes): number {
  return Math.min(pauseMsMax, pauseMsMin * 2 ** Math.min(failures - 1, 20))
}
