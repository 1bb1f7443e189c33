import type { Statement } from '#database/statement.js'
import { Refusal, type RefusalCode } from '#domain/refusal.js'
import { findKeptAnswer, type KeptAnswer, keepAnswer } from '#queries/idempotency-keys.js'
import type { Answer, RequestContext } from './contract.js'

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
 * @throws AnsweredBefore with what was answered; Refusal (IDEMPOTENCY_KEY_REUSED) when it answered
 *   another request.
 */
export function stopIfAnswered({ idempotency }: RequestContext, found: Found): void {
  if (!found) return
  if (found.fingerprint !== idempotency?.fingerprint) {
    throw new Refusal('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.')
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

/** Answers as it was answered before. */
export function replayAnswer(kept: KeptAnswer): Answer {
  if (kept.kind === 'done') return { output: kept.output, replayed: true }
  throw new Refusal(kept.code, kept.detail, { faults: kept.faults, replayed: true })
}

/** Refusals that say nothing lasting: the same request may be answered otherwise the next time. */
const passing: ReadonlySet<RefusalCode> = new Set([
  'UNAUTHENTICATED',
  'INSUFFICIENT_SCOPE',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL_ERROR',
])

export function isLasting({ code }: Refusal): boolean {
  return !passing.has(code)
}
