import type { Statement } from '#database/statement.js'
import { Refusal } from '#domain/refusal.js'
import { findKeptAnswer, type KeptAnswer, keepAnswer } from '#queries/idempotency-keys.js'
import type { Answer, RequestContext } from './contract.js'
import { refuseRequest } from './request-refusal.js'

/**
 * Thrown while an operation reads, when the same request was answered before: there is nothing left
 * to decide.
 */
export class AnsweredBefore extends Error {
  override readonly name = 'AnsweredBefore'
  readonly kept: KeptAnswer

  constructor(kept: KeptAnswer) {
    super('this request was answered before')
    this.kept = kept
  }
}

type Found = { readonly fingerprint: string; readonly answer: KeptAnswer } | null

/**
 * The statement that looks for the answer to an earlier request under the same key; null when the
 * caller gave no key.
 */
export function findEarlierAnswer({ principal, idempotency }: RequestContext): Statement<Found> | null {
  return principal && idempotency ? findKeptAnswer({ userId: principal.userId, key: idempotency.key }) : null
}

/**
 * Ends the work when there is an earlier answer.
 *
 * @throws AnsweredBefore with what was answered; RequestRefusal (IDEMPOTENCY_KEY_REUSED) when it
 *   answered another request.
 */
export function stopIfAnswered({ idempotency }: RequestContext, found: Found): void {
  if (!found) return
  if (found.fingerprint !== idempotency?.fingerprint) {
    refuseRequest('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.')
  }
  throw new AnsweredBefore(found.answer)
}

/**
 * The statement that claims the key and keeps the answer, to stand first in the batch; none without
 * a key.
 */
export function keepStatements({ principal, idempotency, now }: RequestContext, answer: KeptAnswer): Statement[] {
  if (!principal || !idempotency) return []
  return [keepAnswer({ ...idempotency, userId: principal.userId, answer: JSON.stringify(answer), now })]
}

/** The kept refusal of an earlier request. */
export class KeptRefusal extends Refusal {
  override readonly name = 'KeptRefusal'
}

/** Answers as it was answered before: with the output, or by throwing a KeptRefusal. */
export function replayAnswer(kept: KeptAnswer): Answer {
  if (kept.kind === 'done') return { output: kept.output, replayed: true }
  throw new KeptRefusal(kept.code, kept.detail, kept.faults)
}
