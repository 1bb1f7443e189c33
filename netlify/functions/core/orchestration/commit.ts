import type { Statement } from '#database/statement.js'
import type { DomainEvent } from '#domain/event/event.js'
import { eventsJson } from '#queries/events.js'
import { announceEvents } from '#queries/webhook-deliveries-writes.js'
import { afterFailure } from './after-failure.js'
import { type Context, contextOf } from './context.js'
import type { Answer, RequestContext } from './contract.js'
import { type ConsentNeed, holdStatements, looksForConsent } from './health-consent.js'
import { keepStatements, looksForAnswer } from './kept-answers.js'

/**
 * What a command has decided: the statements that carry it out, and the answer once they are
 * committed. Ids and the clock come from the context, so the answer is known before anything is
 * written.
 */
export type Commit<Output> = {
  readonly statements: readonly Statement[]
  /**
   * The events of the change (`event()` in domain/event/event.ts), appended in the same batch.
   * Empty when nothing changed.
   */
  readonly events: readonly DomainEvent[]
  readonly output: Output
  /** The answer to a repeat, where it differs: a secret is shown once and never kept. */
  readonly keptOutput?: Output
  /** False where nobody is left for whom an answer could be kept, or where a part was refused for now. */
  readonly keepsAnswer?: false
  /** What a PUT replaced was there already. */
  readonly existed?: true
  /** Is told when the batch is known to be committed, and never where nobody knows. */
  readonly committed?: () => void
}

/** What a decision changes: the part of a commit that is not answered. */
export type Effects = Pick<Commit<never>, 'statements' | 'events'>

export const noEffects: Effects = { statements: [], events: [] }

type Decide<Output> = (context: Context) => Promise<Commit<Output>>

/**
 * Decides, then commits the decision in one batch, with its events and the answer that a repeat
 * gets.
 *
 * A decision rests on what was read. When that has changed before the commit, a guard in the batch
 * raises, and the command decides again (`afterFailure`). A caller who named a version (`If-Match`)
 * is refused by the decision itself (`expectVersion`).
 *
 * A command that gives health data looks for the consent with its first read, behind an earlier
 * answer, and holds it in the batch.
 *
 * Only what was done is kept for repeats. A refusal changes nothing and is never kept, so the same
 * request under the same key is decided anew, and succeeds once its time has come.
 */
export async function commit<Output>(
  request: RequestContext,
  need: ConsentNeed | null,
  decide: Decide<Output>,
): Promise<Answer> {
  const startedAt = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndWrite(request, need, decide)
    } catch (error) {
      const answer = await afterFailure(request, error, { attempt, startedAt })
      if (answer) return answer
    }
  }
}

async function decideAndWrite<Output>(
  request: RequestContext,
  need: ConsentNeed | null,
  decide: Decide<Output>,
): Promise<Answer> {
  const looks = [...looksForAnswer(request), ...looksForConsent(request, need)]
  const decided = await decide(contextOf(request, looks))
  const { statements, events, output, keptOutput = output, keepsAnswer = true } = decided
  const existed = decided.existed ? { existed: true as const } : {}
  const kept = keepsAnswer ? keepStatements(request, { kind: 'done', output: keptOutput ?? null, ...existed }) : []
  const work = [...statements, ...eventStatements(request, events)]
  const held = work.length > 0 ? holdStatements(request, need) : []
  const batch = [...kept, ...held, ...work]
  if (batch.length > 0) await request.database.batch(batch)
  decided.committed?.()
  return { output, replayed: false, ...existed }
}

/** Appends the events last, when every guard has held, with a delivery for each webhook that wants them. */
function eventStatements(request: RequestContext, events: readonly DomainEvent[]): Statement[] {
  if (events.length === 0) return []
  if (!request.principal) throw new Error('events belong to an athlete, and nobody is signed in')
  const { requestId, now, newId, principal } = request
  const { userId, keyId } = principal
  return [announceEvents({ userId, requestId, keyId, recordedAt: now, events: eventsJson(events, newId) })]
}
