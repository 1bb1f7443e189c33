import type { Statement } from '#database/statement.js'
import { findKeptAnswer, type KeptAnswer, keepAnswer } from '#queries/idempotency-keys.js'
import type { Answer, RequestContext } from './contract.js'
import { type Look, lookFor } from './look.js'
import { refuseRequest } from './request-refusal.js'

/** Thrown by a read when the same request was answered before, so nothing is left to decide. */
export class AnsweredBefore extends Error {
  override readonly name = 'AnsweredBefore'
  readonly kept: KeptAnswer

  constructor(kept: KeptAnswer) {
    super('this request was answered before')
    this.kept = kept
  }
}

type Found = { readonly fingerprint: string; readonly answer: KeptAnswer } | null

/** Finds the answer to an earlier request under the same key; null when the caller gave no key. */
export function findEarlierAnswer({ principal, idempotency }: RequestContext): Statement<Found> | null {
  return principal && idempotency ? findKeptAnswer({ userId: principal.userId, key: idempotency.key }) : null
}

/**
 * Stops when there is an earlier answer.
 *
 * @throws AnsweredBefore with that answer; RequestRefusal (IDEMPOTENCY_KEY_REUSED) when the key
 * belongs to another request.
 */
export function stopIfAnswered({ idempotency }: RequestContext, found: Found): void {
  if (!found) return
  if (found.fingerprint !== idempotency?.fingerprint) {
    refuseRequest('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.')
  }
  throw new AnsweredBefore(found.answer)
}

/** Looks for an earlier answer with each read, so that a repeat decides nothing; none without a key. */
export function looksForAnswer(request: RequestContext): Look[] {
  const earlier = findEarlierAnswer(request)
  return earlier ? [lookFor(earlier, (found) => stopIfAnswered(request, found))] : []
}

/**
 * Claims the key and keeps the answer. The statement stands first in the batch; there is none
 * without a key.
 */
export function keepStatements({ principal, idempotency, now }: RequestContext, answer: KeptAnswer): Statement[] {
  if (!principal || !idempotency) return []
  return [keepAnswer({ ...idempotency, userId: principal.userId, answer: JSON.stringify(answer), now })]
}

/** Repeats an earlier answer. */
export function replayAnswer({ output, existed }: KeptAnswer): Answer {
  return { output, replayed: true, ...(existed ? { existed } : {}) }
}
