import { createHmac } from 'node:crypto'
import type { DBAdapter } from 'better-auth'
import * as z from 'zod'
import { CredentialsError } from './credentials-error.js'

/** How often something may be tried with one account, from whatever addresses. */
export type AttemptLimit = {
  /** Names the count in the table of rate limits. */
  readonly name: string
  readonly max: number
  /** Seconds from the first attempt until the count begins anew. */
  readonly windowSeconds: number
}

/** What of the account service a count needs: every hook's `context.context` has it. */
export type Counting = { readonly adapter: DBAdapter; readonly secret: string }

const model = 'rateLimit'
const Row = z.object({ count: z.number(), lastRequest: z.coerce.number() }).nullable()

/**
 * Counts an attempt before it is made, so that attempts at the same time are not more than those one
 * after another. `subject` is what is guessed at, such as an email address, whether there is an
 * account or not; only its digest is stored.
 *
 * Throws a CredentialsError with RATE_LIMITED when as many as may be were counted in this window.
 */
export async function countAttempt(counting: Counting, limit: AttemptLimit, subject: string): Promise<void> {
  const key = keyOf(counting, limit, subject)
  // each turn loses to a request at the same time, or ends
  for (let turn = 0; turn < 10; turn += 1) {
    if (await isAdded(counting, limit, key)) return
    const row = Row.parse(await counting.adapter.findOne({ model, where: [{ field: 'key', value: key }] }))
    if (row === null ? await isBegun(counting, key) : await isBegunAnew(counting, limit, key, row)) return
    if (row && isOpen(limit, row) && row.count >= limit.max) throw tooMany(secondsLeft(limit, row))
  }
  throw tooMany(limit.windowSeconds)
}

/** Forgets the attempts with this account: one of them was right. */
export async function forgetAttempts(counting: Counting, limit: AttemptLimit, subject: string): Promise<void> {
  await counting.adapter.deleteMany({ model, where: [{ field: 'key', value: keyOf(counting, limit, subject) }] })
}

function keyOf({ secret }: Counting, { name }: AttemptLimit, subject: string): string {
  return `${name}:${createHmac('sha256', secret).update(`${name}:${subject}`).digest('base64url')}`
}

async function isAdded({ adapter }: Counting, { max, windowSeconds }: AttemptLimit, key: string): Promise<boolean> {
  const where = [
    { field: 'key', value: key },
    { field: 'lastRequest', operator: 'gt' as const, value: Date.now() - windowSeconds * 1000 },
    { field: 'count', operator: 'lt' as const, value: max },
  ]
  return (await adapter.incrementOne({ model, where, increment: { count: 1 } })) !== null
}

async function isBegun({ adapter }: Counting, key: string): Promise<boolean> {
  try {
    await adapter.create({ model, data: { key, count: 1, lastRequest: Date.now() } })
    return true
  } catch (error) {
    if (await adapter.findOne({ model, where: [{ field: 'key', value: key }] })) return false
    throw error
  }
}

type Counted = NonNullable<z.output<typeof Row>>

async function isBegunAnew({ adapter }: Counting, limit: AttemptLimit, key: string, row: Counted): Promise<boolean> {
  if (isOpen(limit, row)) return false
  const where = [
    { field: 'key', value: key },
    { field: 'lastRequest', operator: 'lte' as const, value: row.lastRequest },
  ]
  const set = { count: 1, lastRequest: Date.now() }
  return (await adapter.incrementOne({ model, where, increment: {}, set })) !== null
}

function isOpen(limit: AttemptLimit, row: Counted): boolean {
  return secondsLeft(limit, row) > 0
}

function secondsLeft({ windowSeconds }: AttemptLimit, { lastRequest }: Counted): number {
  return Math.ceil((lastRequest + windowSeconds * 1000 - Date.now()) / 1000)
}

function tooMany(seconds: number): CredentialsError {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new CredentialsError('RATE_LIMITED', `Too many attempts with this account; wait ${wait}.`, seconds)
}
