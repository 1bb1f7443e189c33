import type { Results } from '#database/connection.js'
import { DatabaseError } from '#database/errors.js'
import type { Statement } from '#database/statement.js'
import type { Call, Cursors, WebhookSettings } from '#http/call.js'
import { findEarlierAnswer, stopIfAnswered } from './kept-answers.js'

/** What an operation is given: who asks, when, fresh ids, chance, and one way to read. */
export type Context = {
  /**
   * The athlete who calls. Public operations have none, and asking for it there is a fault of ours.
   */
  readonly athleteId: string
  /** What the caller may do; nothing where nobody is signed in. */
  readonly scopes: ReadonlySet<string>
  readonly requestId: string
  readonly now: Date
  readonly newId: () => string
  readonly random: () => number
  readonly ifMatch: number | null
  readonly cursors: Cursors
  readonly webhooks: WebhookSettings
  /** Reads with one statement: one round trip. */
  readonly read: <Result>(statement: Statement<Result>) => Promise<Result>
  /**
   * Reads with several statements: one round trip. Whatever a decision rests on is guarded when it
   * is committed.
   */
  readonly readAll: <const Statements extends readonly Statement[]>(
    statements: Statements,
  ) => Promise<Results<Statements>>
}

/**
 * Makes the context of a call. A repeatable one looks, with its first read, whether the same
 * request was answered before.
 */
export function contextOf(call: Call, { repeatable }: { repeatable: boolean }): Context {
  const { principal, requestId, now, newId, random, ifMatch, cursors, webhooks } = call
  return {
    get athleteId() {
      if (!principal) throw new Error('a public operation has no athlete')
      return principal.userId
    },
    scopes: principal?.scopes ?? new Set(),
    requestId,
    now,
    newId,
    random,
    ifMatch,
    cursors,
    webhooks,
    ...(repeatable ? repeatableReader(call) : plainReader(call)),
  }
}

type Reader = Pick<Context, 'read' | 'readAll'>

function plainReader(call: Call): Reader {
  const { database } = call
  return {
    read: (statement) => onceMore(call, () => database.query(statement)),
    readAll: (statements) => onceMore(call, () => database.batch(statements, { readOnly: true })),
  }
}

function repeatableReader(call: Call): Reader {
  const earlier = findEarlierAnswer(call)
  if (!earlier) return plainReader(call)
  const readAll: Reader['readAll'] = async (statements) => {
    const read = () => call.database.batch([earlier, ...statements], { readOnly: true })
    const [found, ...results] = await onceMore(call, read)
    stopIfAnswered(call, found)
    return results as Results<typeof statements>
  }
  return { readAll, read: async (statement) => (await readAll([statement]))[0] }
}

/**
 * Reads again, once, when the connection was lost and time remains: reading twice changes nothing.
 */
async function onceMore<Result>({ deadline }: Call, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const wasLost = error instanceof DatabaseError && error.facts.kind === 'unavailable'
    if (wasLost && deadline.remainingMs() > 0) return read()
    throw error
  }
}
