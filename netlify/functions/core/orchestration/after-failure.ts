import * as z from 'zod'
import { DatabaseError } from '#database/errors.js'
import { refusalOf } from '#database/refusals.js'
import { Refusal } from '#domain/refusal.js'
import type { Answer, RequestContext } from './contract.js'
import { AnsweredBefore, findEarlierAnswer, replayAnswer, stopIfAnswered } from './kept-answers.js'
import { RequestRefusal, tookTooLong } from './request-refusal.js'

const attemptsMax = 8

/**
 * Milliseconds for which a lost connection is tried again. After that the client decides whether to
 * wait.
 */
const lostMsMax = 2_000

type Tried = {
  /** 1 for the first. */
  readonly attempt: number
  /** When the first attempt began, as `performance.now()` has it. */
  readonly startedAt: number
}

/**
 * Deals with a failed attempt to decide and write:
 * - answers, when the same request was answered before
 * - throws the refusal, when the command refuses
 * - waits a little and returns null, when the command should decide anew: a few times, for as long
 *   as the request may take
 * - throws, when trying again would be of no use
 */
export async function afterFailure(
  request: RequestContext,
  error: unknown,
  { attempt, startedAt }: Tried,
): Promise<Answer | null> {
  if (error instanceof AnsweredBefore) return replayAnswer(error.kept)
  const refusal = error instanceof DatabaseError ? refusalOf(error) : error
  if (refusal instanceof Refusal) return answerOrRefuse(request, refusal)
  if (!(error instanceof DatabaseError)) throw error
  if (isLost(error) && performance.now() - startedAt > lostMsMax) throw error
  if (isKeyTaken(error)) return earlierAnswer(request)
  if (isKeyAwaited(error)) throw keyInUse()
  if (isKeptFull(error)) throw keptFull(error)
  if (!mayTryAgain(request, error)) throw error
  if (attempt === attemptsMax) throw notNow()
  await pause(request, attempt)
  // after a lost connection nobody knows whether the batch was committed, so the error says so
  if (request.deadline.remainingMs() === 0) throw isLost(error) ? error : tookTooLong()
  return null
}

/**
 * Tells whether to try again: another request was faster; or the connection broke, and the key
 * makes sure that the work is done only once.
 */
function mayTryAgain({ idempotency }: RequestContext, error: DatabaseError): boolean {
  return isStale(error) || error.facts.kind === 'conflict' || (isLost(error) && idempotency !== null)
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
 * Tells whether the claim waited for another one under the same key: too long for the lock, or for
 * the deadline of the request.
 */
function isKeyAwaited({ facts }: DatabaseError): boolean {
  if (facts.kind === 'guard') return facts.constraint === 'IDEMPOTENCY_KEY_IN_USE'
  return facts.kind === 'timeout' && facts.statement === 'keepAnswer'
}

function isKeptFull({ facts }: DatabaseError): boolean {
  return facts.kind === 'guard' && facts.constraint === 'KEPT_ANSWERS_FULL'
}

/**
 * Answers as the same request was answered meanwhile, if it was: then what it did is why this one is
 * refused. Else refuses.
 */
async function answerOrRefuse(request: RequestContext, refusal: Refusal): Promise<Answer> {
  const earlier = await earlierAnswer(request)
  if (earlier) return earlier
  throw refusal
}

/**
 * Finds what the other request was answered; null when it was undone meanwhile: then the work is
 * ours again.
 */
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

/** Waits a little, with jitter, so that requests that collided do not collide again. */
function pause({ random, deadline }: RequestContext, attempt: number): Promise<void> {
  const milliseconds = Math.min(random() * 10 * 2 ** attempt, deadline.remainingMs())
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function keyInUse(): RequestRefusal {
  const detail = 'The first request under this Idempotency-Key is still running.'
  return new RequestRefusal('IDEMPOTENCY_KEY_IN_USE', detail, { retryAfterSeconds: 1 })
}

const KeptFull = z.object({ resetMs: z.number() })

function keptFull({ facts }: DatabaseError): RequestRefusal {
  const { resetMs } = KeptFull.parse(JSON.parse(facts.detail ?? ''))
  const detail =
    'Nothing was done: there is no room left today for answers that are kept under an Idempotency-Key. Without a key the request may succeed.'
  return new RequestRefusal('RATE_LIMITED', detail, { retryAfterSeconds: Math.ceil(resetMs / 1000) })
}

function notNow(): RequestRefusal {
  return new RequestRefusal('SERVICE_UNAVAILABLE', 'The change could not be made now.', { retryAfterSeconds: 1 })
}
