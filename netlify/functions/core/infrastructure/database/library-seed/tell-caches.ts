import { setTimeout as sleep } from 'node:timers/promises'
import { type PurgeOptions, purgeCdn } from '#infrastructure/cache/purge-cdn.js'
import { beginGeneration } from '#infrastructure/cache/redis-cache.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import type { parseLibraryConfig } from '#infrastructure/config/config.js'

export type TellOptions = {
  readonly settings: ReturnType<typeof parseLibraryConfig>
  /** How many rows of the library are not as they were. */
  readonly changes: number
  readonly log: (line: string) => void
  /**
   * A deployment follows at once: its processes, and its part of the CDN, begin with nothing kept.
   */
  readonly isDeploying?: boolean
  /** Where the settings' Redis and Netlify are not what is meant: of a test. */
  readonly prefix?: string
  readonly netlify?: Pick<PurgeOptions, 'apiUrl' | 'msMax'>
  readonly wait?: (seconds: number) => Promise<void>
}

/**
 * Has whoever keeps answers of the library forget them, after a change. What cannot be told is a
 * warning with the remedy: kept answers grow old by themselves.
 */
export async function tellCaches(options: TellOptions): Promise<void> {
  if (options.changes === 0) return
  const forgotten = await tellRedis(options)
  await tellCdn(options, forgotten)
}

/**
 * A request under way may keep what it read before the change, and then keeps it as long as others
 * do.
 */
const underWaySecondsMax = 10

/** Whether no process answers with what it has kept from before. */
async function tellRedis({ settings, log, prefix }: TellOptions): Promise<boolean> {
  const { redisUrl, seconds } = settings
  if (redisUrl === null) {
    log(mark.skipped(`Redis not told: REDIS_URL is not set; processes forget within ${seconds} s`))
    return seconds === 0
  }
  const fault = await beginGeneration({ url: redisUrl, ...(prefix ? { prefix } : {}) })
  const remedy = `old answers are kept for up to ${seconds} s; nothing else is to be done`
  log(fault === null ? mark.done('Redis told') : mark.wrong(`Redis not told: ${fault}; ${remedy}`))
  return fault === null
}

async function tellCdn(
  { settings: { cdn, seconds }, log, isDeploying, netlify, wait = waitWithBar }: TellOptions,
  forgotten: boolean,
): Promise<void> {
  if ('missing' in cdn) return log(mark.skipped(`CDN not purged: ${cdn.missing} is not set`))
  // a process that still has an old answer would give it to the CDN, for a day
  if (!forgotten && !isDeploying) await wait(seconds + underWaySecondsMax)
  try {
    await purgeCdn({ ...cdn, ...netlify })
    log(mark.done('CDN purged'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log(
      mark.wrong(
        `CDN not purged: ${reason}. Purge the tag "library", or old answers are served for up to a day, and once more after it`,
      ),
    )
  }
}

async function waitWithBar(seconds: number): Promise<void> {
  const bar = new ProgressBar('seconds until every process has forgotten', seconds)
  for (let done = 0; done < seconds; done += 1) {
    bar.show(done)
    await sleep(1_000)
  }
  bar.show(seconds)
}
