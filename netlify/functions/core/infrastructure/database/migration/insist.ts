import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { isLockConflict } from './lock-conflict.js'
import { describeLockWait, type LockWait } from './lock-wait.js'

/**
 * How long a statement may wait for a lock. Everybody who comes later queues behind the one who
 * waits, also readers, so this is far below the 8 seconds that a request has.
 */
export const lockWaitMsMax = 2_000
/** How long a migration that finds others in its way is tried again, from the first time on. */
export const insistMsMax = 10 * 60_000

const pauseMsMin = 1_000
const pauseMsMax = 15_000

/** What trying again needs to know. */
export type Insistence = {
  readonly msMax: number
  readonly log: (line: string) => void
  /** What stood in the way when something last did. */
  readonly lastWait: () => LockWait | null
}

/**
 * Makes attempts until one gets its locks. Between them it holds none and pauses, longer each time,
 * so that whoever queued behind it gets through. An attempt is told how many there were before.
 *
 * @throws CommandError (failed) that names who is in the way and the remedy, after `msMax`.
 */
export async function insist(
  name: string,
  { msMax, log, lastWait }: Insistence,
  attempt: (earlier: number) => Promise<void>,
): Promise<void> {
  let giveUpAt = Number.POSITIVE_INFINITY
  for (let earlier = 0; ; earlier += 1) {
    const started = performance.now()
    try {
      return await attempt(earlier)
    } catch (error) {
      if (!isLockConflict(error)) throw error
      if (earlier === 0) giveUpAt = started + msMax
      const pauseMs = pauseMsOf(earlier)
      if (performance.now() + pauseMs > giveUpAt) throw givenUp(error, msMax, lastWait())
      log(mark.skipped(`${name}: others are in the way, trying again in ${(pauseMs / 1_000).toFixed(1)} s`))
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

/** Doubles from one second to fifteen, less up to a half by chance. */
function pauseMsOf(earlier: number): number {
  return Math.min(pauseMsMax, pauseMsMin * 2 ** earlier) * (1 - Math.random() / 2)
}

function givenUp(error: unknown, msMax: number, wait: LockWait | null): CommandError {
  const message = error instanceof Error ? error.message : String(error)
  const pid = wait?.blockers[0]?.pid
  const remedy =
    wait === null || pid === undefined
      ? 'Run it again when less is going on.'
      : `It waited for ${describeLockWait(wait)}: let that end, or end it by "select pg_terminate_backend(${pid})", and run again.`
  return new CommandError(
    exitCodes.failed,
    `${message}\n  It was tried again for ${Math.round(msMax / 1_000)} s. ${remedy}`,
    error,
  )
}
