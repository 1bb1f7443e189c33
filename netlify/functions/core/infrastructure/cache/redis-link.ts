import { noAnswer, within } from '#infrastructure/time/within.js'
import { backoffMs, type LinkTimes, openRedis, type RedisClient } from './redis-client.js'

export type LinkOptions = {
  /** `redis://` or `rediss://`. */
  readonly url: string
  /** Called at the first failure of an outage, and not more than once a minute. */
  readonly onOutage?: (error: unknown) => void
  readonly times?: Partial<LinkTimes>
}

/** A connection to a Redis that may be away. */
export type RedisLink = {
  /**
   * The reply to a command, or null where there is none: Redis is away, too slow, or its reply is
   * not one (`ask` throws). After a failure nobody waits: commands are answered with null at once,
   * until Redis has answered a PING in the background.
   */
  readonly ask: <Reply>(ask: (client: RedisClient) => Promise<Reply>) => Promise<Reply | null>
  readonly close: () => void
}

type Connection = { readonly opening: Promise<RedisClient>; client: RedisClient | null; hasFailed: boolean }

const defaults: LinkTimes = { connectMsMax: 500, commandMsMax: 200, pauseMsMin: 250, pauseMsMax: 30_000 }

const warningMsMin = 60_000

/**
 * Holds one connection, opened by the first command. Whatever goes wrong closes it, because replies
 * that come after might be those of earlier commands; the next command after a pause, which doubles
 * with each failure, has a fresh one opened.
 */
export function redisLink({ url, onOutage = () => undefined, times: given }: LinkOptions): RedisLink {
  const times = { ...defaults, ...given }
  let connection: Connection | null = null
  let closed = false
  const outage = outageOf(times, onOutage)

  const drop = (which: Connection) => {
    if (connection === which) connection = null
    which.opening.then((client) => client.destroy()).catch(() => undefined)
  }
  const fail = (which: Connection, error: unknown) => {
    // of many that fail with one connection, the first has said it
    if (which.hasFailed) return
    which.hasFailed = true
    drop(which)
    outage.failed(error)
  }
  const connect = (): Connection => {
    // an idle connection may end at any time; only a command that fails makes an outage of it
    const opening = openRedis(url, times, () => drop(opened))
    const opened: Connection = { opening, client: null, hasFailed: false }
    opening.then(
      (client) => {
        opened.client = client
      },
      (error: unknown) => fail(opened, error),
    )
    return opened
  }
  const ask: RedisLink['ask'] = async (command) => {
    if (closed || outage.isPaused()) return null
    connection ??= connect()
    const used = connection
    if (outage.isOn() && !used.client) return null
    try {
      const reply = await within(
        times.commandMsMax,
        command(used.client ?? (await used.opening)),
        noAnswer('Redis', times.commandMsMax),
      )
      outage.ended()
      return reply
    } catch (error) {
      fail(used, error)
      return null
    }
  }
  const close = () => {
    closed = true
    if (connection) drop(connection)
  }
  return { ask, close }
}

/** Counts failures in a row: how long to pause after them, and whether somebody is to be told. */
function outageOf(times: LinkTimes, onOutage: (error: unknown) => void) {
  let [failures, pausedUntil, warnedAt] = [0, 0, Number.NEGATIVE_INFINITY]
  const failed = (error: unknown) => {
    const now = performance.now()
    failures += 1
    pausedUntil = now + backoffMs(failures, times)
    if (failures > 1 || now < warnedAt + warningMsMin) return
    warnedAt = now
    onOutage(error)
  }
  const ended = () => {
    failures = 0
  }
  return { failed, ended, isOn: () => failures > 0, isPaused: () => performance.now() < pausedUntil }
}
