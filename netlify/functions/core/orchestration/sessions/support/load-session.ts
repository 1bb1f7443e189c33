import { dateIn } from '#domain/calendar/time-zone.js'
import { refuse } from '#domain/refusal.js'
import type { Moment } from '#domain/session/session.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { type FoundSession, findSession } from '#queries/workout-sessions.js'

/** A session with the moment at which decisions about it are made. */
export type LoadedSession = FoundSession & { readonly moment: Moment }

/**
 * Loads one of the caller's sessions with all its parts, in one round trip; refuses with
 * SESSION_NOT_FOUND.
 */
export async function loadSession(context: Context, id: SessionId): Promise<LoadedSession> {
  const found = await context.read(findSession({ userId: context.athleteId, id }))
  return loadedFrom(context, found)
}

/** Loads a session that is only shown, and remembers it: who looks at it may change it next. */
export async function loadShown(context: Context, id: SessionId): Promise<LoadedSession> {
  const { moment, ...found } = await loadSession(context, id)
  context.sessionMemory.keep(context.athleteId, found, context.now)
  return { ...found, moment }
}

/** Takes what `findSession` found when it was read together with something else. */
export function loadedFrom(context: Context, found: FoundSession | null): LoadedSession {
  const known = found ?? refuse('SESSION_NOT_FOUND', 'There is no such session.')
  return { ...known, moment: momentAt(context, known.timeZone) }
}

/** Tells the instant of the request, the athlete's date then, and the rules in force. */
export function momentAt({ now, rules }: Pick<Context, 'now' | 'rules'>, timeZone: string): Moment {
  return { now, today: dateIn(timeZone, now), rules }
}
