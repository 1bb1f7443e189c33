import { setTimeout as sleep } from 'node:timers/promises'
import { type PurgeOptions, purgeCdn } from '#infrastructure/cache/purge-cdn.js'
import { beginGeneration } from '#infrastructure/cache/redis-cache.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import type { parseLibraryConfig } from '#infrastructure/config/config.js'

export type TellOptions = {
  readonly settings: ReturnType<typeof parseLibraryConfig>
  /** How many rows of the library changed. */
  readonly changes: number
  readonly log: (line: string) => void
  /** True during a deployment: its processes and its part of the CDN start without kept answers. */
  readonly isDeploying?: boolean
  /** Replaces the Redis prefix and the Netlify address in tests. */
  readonly prefix?: string
  readonly netlify?: Pick<PurgeOptions, 'apiUrl' | 'msMax'>
  readonly wait?: (seconds: number) => Promise<void>
}

/**
 * Tells Redis and the CDN to forget kept answers about the library, after a change. A failure only
 * logs a warning with the remedy, because kept answers expire by themselves.
 */
export async function tellCaches(options: TellOptions): Promise<void> {
  if (options.changes === 0) return
  const forgotten = await tellRedis(options)
  await tellCdn(options, forgotten)
}

/**
 * The longest a running request can hold what it read before the change, in seconds: it may still
 * keep that, for as long as any answer is kept.
 */
const underWaySecondsMax = 10

/**
 * Begins a new generation in Redis, and returns true when no process can answer with what it kept
 * before.
 */
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
  // a process that still has an old answer would give it to the CDN, which keeps it for a day
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
