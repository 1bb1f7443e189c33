import { noAnswer, within } from '#infrastructure/time/within.js'
import { backoffMs, type LinkTimes, openRedis, type RedisClient } from './redis-client.js'

export type LinkOptions = {
  /** `redis://` or `rediss://`. */
  readonly url: string
  /** Called at the first failure of an outage, and not more than once a minute. */
  readonly onOutage?: (error: unknown) => void
  readonly times?: Partial<LinkTimes>
}

/** A connection to a Redis that may be down. */
export type RedisLink = {
  /**
   * Returns the reply to a command, or null when there is none: Redis is down or too slow, or its
   * reply is malformed (`ask` throws). After a failure nobody waits: commands get null at once,
   * until Redis has answered a PING in the background.
   */
  readonly ask: <Reply>(ask: (client: RedisClient) => Promise<Reply>) => Promise<Reply | null>
  readonly close: () => void
}

type Connection = { readonly opening: Promise<RedisClient>; client: RedisClient | null; hasFailed: boolean }

const defaults: LinkTimes = { connectMsMax: 500, commandMsMax: 200, pauseMsMin: 250, pauseMsMax: 30_000 }

const warningMsMin = 60_000

/**
 * Holds one connection, which the first command opens. Any failure closes it, because later replies
 * might belong to earlier commands. The next command after a pause, which doubles with each
 * failure, opens a new one.
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
    // when many commands fail with one connection, the first has reported it
    if (which.hasFailed) return
    which.hasFailed = true
    drop(which)
    outage.failed(error)
  }
  const connect = (): Connection => {
    // an idle connection may end at any time; only a failed command makes that an outage
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

/** Counts failures in a row, to tell how long to pause and whether to report an outage. */
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
