import type { Statement } from '#database/statement.js'
import { Refusal } from '#domain/refusal.js'
import type { Moment, Session } from '#domain/session/session.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { ensureAsRemembered } from '#queries/remembered-session.js'
import { changeLoaded, type Decide } from './change-loaded.js'
import { type LoadedSession, momentAt } from './load-session.js'

type Deciding<Output> = {
  /** Null where memory does not do. */
  readonly decide: (loaded: LoadedSession) => Commit<Output> | null
  /** Raise where something does not hold that the decision rests on besides the session. */
  readonly hold?: readonly Statement[]
}

/**
 * Decides about a session that this process remembers, for a caller who names the version that they
 * know: a round trip less. Null where the session is to be read.
 *
 * Memory only makes things quicker, and never speaks against the caller: what would be refused is
 * decided from a fresh read. The batch raises unless all that the decision rests on is as remembered,
 * also where nothing changes (ADR 57); then the command decides again.
 */
export function decideRemembered<Output>(
  context: Context,
  id: SessionId,
  { decide, hold = [] }: Deciding<Output>,
): Commit<Output> | null {
  const { athleteId: userId, expectedVersion, now, sessionMemory } = context
  if (expectedVersion === null || expectedVersion === 'any') return null
  const found = sessionMemory.take(userId, id, now)
  if (!found) return null
  const decided = unlessRefused(() => decide({ ...found, moment: momentAt(context, found.timeZone) }))
  if (!decided) return null
  return { ...decided, statements: [ensureAsRemembered({ userId, ...found }), ...hold, ...decided.statements] }
}

/** Changes a session that is remembered, as `changeSession` does; null where it is to be read. */
export function changeRemembered<Output>(
  context: Context,
  id: SessionId,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
): Commit<Output> | null {
  return decideRemembered(context, id, { decide: (loaded) => changeLoaded(context, loaded, decide, present) })
}

function unlessRefused<Result>(decide: () => Result): Result | null {
  try {
    return decide()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
