import { DatabaseError } from '#database/errors.js'
import { refusalOf } from '#database/refusals.js'
import type { Statement } from '#database/statement.js'
import type { DomainEvent } from '#domain/event/event.js'
import { Refusal } from '#domain/refusal.js'
import { tookTooLong } from '#http/deadline.js'
import { appendEvents } from '#queries/events.js'
import { enqueueDeliveries } from '#queries/webhook-deliveries-writes.js'
import { type Context, contextOf } from './context.js'
import type { Answer, RequestContext } from './contract.js'
import {
  AnsweredBefore,
  findEarlierAnswer,
  isLasting,
  keepStatements,
  replayAnswer,
  stopIfAnswered,
} from './kept-answers.js'
import type { Commit } from './operation.js'

type Decide<Output> = (context: Context) => Promise<Commit<Output>>

const attemptsMax = 8

/**
 * How long a lost connection is tried again, in milliseconds: a database that stays away is the
 * client's to wait for.
 */
const lostMsMax = 2_000

/**
 * Decides, then commits what was decided in one batch, with the events and the answer kept for
 * repeats.
 *
 * A decision rests on what was read; when that has changed before the commit, a guard in the batch
 * raises and the whole is decided anew, a few times, for as long as the request may take. Who named
 * a version (`If-Match`) is refused by the decision itself (`expectVersion`).
 */
export async function commit<Output>(request: RequestContext, decide: Decide<Output>): Promise<Answer> {
  const startedAt = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndWrite(request, decide)
    } catch (error) {
      if (error instanceof AnsweredBefore) return replayAnswer(error.kept)
      if (!(error instanceof DatabaseError)) throw error
      if (isLost(error) && performance.now() - startedAt > lostMsMax) throw error
      const next = await afterFailure(request, error, attempt)
      if (next) return next
    }
  }
}

async function decideAndWrite<Output>(request: RequestContext, decide: Decide<Output>): Promise<Answer> {
  try {
    const { statements, events, output, keptOutput = output } = await decide(contextOf(request, { repeatable: true }))
    const kept = keepStatements(request, { kind: 'done', output: keptOutput ?? null })
    const batch = [...kept, ...statements, ...eventStatements(request, events)]
    if (batch.length > 0) await request.database.batch(batch)
    return { output, replayed: false }
  } catch (error) {
    const refusal = error instanceof DatabaseError && !isKeyAwaited(error) ? refusalOf(error) : error
    if (!(refusal instanceof Refusal)) throw error
    if (isLasting(refusal)) await keepRefusal(request, refusal)
    throw refusal
  }
}

async function keepRefusal(request: RequestContext, { code, detail, faults }: Refusal): Promise<void> {
  const kept = keepStatements(request, { kind: 'refused', code, detail, faults: [...faults] })
  if (kept.length > 0) await request.database.batch(kept)
}

/**
 * Waits and returns null when the work should be decided anew; answers or throws when it should
 * not.
 */
async function afterFailure(request: RequestContext, error: DatabaseError, attempt: number): Promise<Answer | null> {
  if (isKeyTaken(error)) return earlierAnswer(request)
  if (isKeyAwaited(error)) {
    throw new Refusal('IDEMPOTENCY_KEY_IN_USE', 'The first request under this Idempotency-Key is still running.', {
      retryAfterSeconds: 1,
    })
  }
  if (!mayTryAgain(request, error)) throw error
  if (attempt === attemptsMax) {
    throw new Refusal('SERVICE_UNAVAILABLE', 'The change could not be made now.', { retryAfterSeconds: 1 })
  }
  await pause(request, attempt)
  // what may have been committed stays ambiguous: only a lost connection says so
  if (request.deadline.remainingMs() === 0) throw isLost(error) ? error : tookTooLong()
  return null
}

/**
 * Somebody else was faster; or the connection broke, and the key makes sure that the work is done
 * only once.
 */
function mayTryAgain(request: RequestContext, error: DatabaseError): boolean {
  const { kind } = error.facts
  return isStale(error) || kind === 'conflict' || (isLost(error) && request.idempotency !== null)
}

function isLost({ facts }: DatabaseError): boolean {
  return facts.kind === 'unavailable'
}

function isStale({ facts }: DatabaseError): boolean {
  return facts.kind === 'guard' && facts.constraint === 'STALE_VERSION'
}

function isKeyTaken({ facts }: DatabaseError): boolean {
  return facts.constraint === 'idempotency_keys_pkey'
}

/**
 * The claim waited for another one under the same key: too long for the lock, or for the deadline
 * of the request.
 */
function isKeyAwaited({ facts }: DatabaseError): boolean {
  if (facts.kind === 'guard') return facts.constraint === 'IDEMPOTENCY_KEY_IN_USE'
  return facts.kind === 'timeout' && facts.statement === 'keepAnswer'
}

/** Null when the other request has been undone in the meantime: then the work is ours again. */
async function earlierAnswer(request: RequestContext): Promise<Answer | null> {
  const statement = findEarlierAnswer(request)
  if (!statement) return null
  try {
    stopIfAnswered(request, await request.database.query(statement))
    return null
  } catch (error) {
    if (error instanceof AnsweredBefore) return replayAnswer(error.kept)
    throw error
  }
}

/**
 * Events are appended last, so that a guard has already held for each of them; webhooks that want
 * them follow.
 */
function eventStatements(request: RequestContext, events: readonly DomainEvent[]): Statement[] {
  if (events.length === 0) return []
  if (!request.principal) throw new Error('events belong to an athlete, and nobody is signed in')
  const { requestId, now, newId, principal } = request
  const { userId, keyId } = principal
  const recorded = events.map((event) => ({ id: newId(), ...event }))
  return [
    appendEvents({ userId, requestId, keyId, recordedAt: now, events: JSON.stringify(recorded) }),
    enqueueDeliveries({ userId, eventIds: recorded.map(({ id }) => id), now }),
  ]
}

/** Waits a little, with jitter, so that those who collided do not collide again. */
function pause(request: RequestContext, attempt: number): Promise<void> {
  const milliseconds = Math.min(request.random() * 10 * 2 ** attempt, request.deadline.remainingMs())
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
