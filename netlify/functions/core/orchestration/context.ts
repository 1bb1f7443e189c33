import type * as z from 'zod'
import type { Results } from '#database/connection.js'
import { DatabaseError } from '#database/errors.js'
import type { Statement } from '#database/statement.js'
import type { Scope } from '#domain/account/principal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { AthleteId, KeyId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import type { RequestContext } from './contract.js'
import type { Look } from './look.js'
import { repeatableId } from './repeatable-id.js'

/**
 * What an operation gets: the facts of the request, and one way to read. An operation writes
 * through what it returns.
 */
export type Context = Omit<RequestContext, 'database' | 'deadline' | 'principal' | 'idempotency'> & {
  /** The athlete who calls. A public operation has none; reading this there is a bug. */
  readonly athleteId: AthleteId
  /** The caller's scopes; empty when nobody is signed in. */
  readonly scopes: ReadonlySet<Scope>
  /** The API key that was used; null when the athlete signed in. */
  readonly keyId: KeyId | null
  /**
   * Mints the id of something that is created with this content: under a key the same one whenever the
   * request is sent again, where its answer may not have been kept.
   */
  readonly newIdOf: <Kind extends z.ZodType>(kind: Kind, content: unknown) => z.output<Kind>
  /** The rules in force. */
  readonly rules: TrainingRules
  /** Reads with one statement: one round trip. */
  readonly read: <Result>(statement: Statement<Result>) => Promise<Result>
  /**
   * Reads with several statements in one round trip. The commit guards what the decision rests on.
   */
  readonly readAll: <const Statements extends readonly Statement[]>(
    statements: Statements,
  ) => Promise<Results<Statements>>
  /**
   * Runs what grows with a history. Other requests get their turn meanwhile, and when the time of
   * this one is up it ends with DEADLINE_EXCEEDED.
   */
  readonly work: <Result>(steps: Steps<Result>) => Promise<Result>
}

/** Makes the context of a request. Each look goes along with every read, and may end the operation. */
export function contextOf(request: RequestContext, looks: readonly Look[]): Context {
  const { database, deadline, principal, idempotency, ...known } = request
  return {
    ...known,
    get athleteId() {
      if (!principal) throw new Error('a public operation has no athlete')
      return principal.userId
    },
    scopes: principal?.scopes ?? new Set(),
    keyId: principal?.keyId ?? null,
    newIdOf: (kind, content) => repeatableId(request, kind, content),
    rules: request.ruleBook.inForce,
    work: deadline.inSlices,
    ...(looks.length > 0 ? lookingReader(request, looks) : plainReader(request)),
  }
}

type Reader = Pick<Context, 'read' | 'readAll'>

function plainReader(request: RequestContext): Reader {
  const { database } = request
  return {
    read: (statement) => onceMore(request, () => database.query(statement)),
    readAll: (statements) => onceMore(request, () => database.batch(statements, { readOnly: true })),
  }
}

/** Reads with the looks in the same round trip, and judges what they found first, in their order. */
function lookingReader(request: RequestContext, looks: readonly Look[]): Reader {
  const besides = looks.map(({ statement }) => statement)
  const readAll: Reader['readAll'] = async (statements) => {
    const read = () => request.database.batch([...besides, ...statements], { readOnly: true })
    const results: readonly unknown[] = await onceMore(request, read)
    for (const [place, { judge }] of looks.entries()) judge(results[place])
    return results.slice(looks.length) as Results<typeof statements>
  }
  return { readAll, read: async (statement) => (await readAll([statement]))[0] }
}

/** Repeats a read once when the connection was lost and time remains. */
async function onceMore<Result>({ deadline }: RequestContext, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const wasLost = error instanceof DatabaseError && error.facts.kind === 'unavailable'
    if (wasLost && deadline.remainingMs() > 0) return read()
    throw error
  }
}
