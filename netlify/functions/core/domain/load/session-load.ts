import { mean } from '#domain/values/statistics.js'

export type SessionEffort = {
  readonly minutes: number
  /** RPE of the whole session, 0-10; null when it was not asked. */
  readonly sessionRpe: number | null
  readonly setRpes: readonly (number | null)[]
}

/** A session's load in arbitrary units (AU); both fields are null when nothing was rated. */
export type SessionLoad =
  | { readonly load: number; readonly estimated: boolean }
  | { readonly load: null; readonly estimated: null }

/**
 * Computes a session's load: session RPE x minutes (Foster 2021, Haddad 2017). Without a session
 * RPE the mean of the rated sets stands in, and the result is marked as estimated.
 */
export function sessionLoad(session: SessionEffort): SessionLoad {
  if (session.sessionRpe !== null) return { load: session.sessionRpe * session.minutes, estimated: false }
  const setRpe = mean(session.setRpes.filter((rpe) => rpe !== null))
  return setRpe === null ? { load: null, estimated: null } : { load: setRpe * session.minutes, estimated: true }
}
