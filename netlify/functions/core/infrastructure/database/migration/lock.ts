import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { targetOf } from '#infrastructure/command-line/target.js'

// any fixed number will do; these are the letters "ciq" and "migr"
const key = [0x636971, 0x6d696772] as const
const waitMs = 100
const waitMsMax = 10 * 60_000

/**
 * Refuses the address of Neon's pooler, behind which other sessions would share the lock.
 *
 * @throws CommandError (refused)
 */
export function refusePooledAddress(url: string): void {
  if (!targetOf(url).address.includes('-pooler.')) return
  throw new CommandError(exitCodes.refused, 'This is a pooled address: set DATABASE_URL_UNPOOLED to the direct one.')
}

/**
 * Runs `work` while no other session migrates the database. It tries for the lock again and again
 * instead of waiting inside a statement, because `create index concurrently` waits for every
 * running statement: the two would wait for each other.
 *
 * @throws CommandError (refused) after ten minutes of waiting.
 */
export async function withMigrationLock<Result>(
  client: Client,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + waitMsMax
  for (let waited = false; !(await tryLock(client)); waited = true) {
    if (!waited) log('another runner is migrating this database: waiting for it')
    if (performance.now() > deadline)
      throw new CommandError(
        exitCodes.refused,
        'Another runner has been migrating for ten minutes: look what holds it up.',
      )
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  try {
    return await work()
  } finally {
    // a broken connection has released the lock already
    await client.query('select pg_advisory_unlock($1::integer, $2::integer)', [...key]).catch(() => undefined)
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock($1::integer, $2::integer) as locked',
    [...key],
  )
  return rows[0]?.locked === true
}
