import { logSets as log, type SetEntry, type SetOutcome } from '#domain/session/log-sets.js'
import { LogSets } from '#domain/session/set-entries.schema.js'
import { type SessionId, SetId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { logFrom } from '#orchestration/training/training-reads.js'
import { listSetsElsewhere } from '#queries/exercise-set-logs.js'
import { readLibrary } from '#queries/read-library.js'
import { ensureNoSets } from '#queries/remembered-session.js'
import { readTrainingLogBehind } from '#queries/training-log-from.js'
import { findSession } from '#queries/workout-sessions.js'
import { changeLoaded } from './support/change-loaded.js'
import { decideRemembered } from './support/change-remembered.js'
import { changeTrained } from './support/change-trained-session.js'
import { loadedFrom } from './support/load-session.js'
import { SessionPath } from './support/schemas.js'
import { presentResults, SetResults } from './support/set-results.js'

export const logSets = command({
  id: 'sessions.logSets',
  http: { method: 'POST', path: '/sessions/{sessionId}/sets', status: 200 },
  summary: 'Log many sets',
  description:
    'Logs sets of any exercises of a session, one after the other, each as if it had been sent by itself; what is accepted is stored ' +
    'at once. The answer tells what became of each, in the order of the request: `done`, `replayed` (it was there already, with this ' +
    'id and content), or `refused` with the reason. One that is refused does not stop the others, and the status is 200 whatever ' +
    'became of them. A request that does not fit the schema is refused as a whole. An answer with refused sets is not kept under the ' +
    '`Idempotency-Key`: sent again, the request logs what can be logged by then, and nothing twice. `If-Match` names the version of the session.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: LogSets },
  output: SetResults,
  refusals: ['CONSENT_NEEDED', 'SESSION_NOT_FOUND', 'ID_TAKEN', 'CONFLICT', 'VERSION_MISMATCH'],
  run: async (context, { params: { sessionId }, body }) => {
    const userId = context.athleteId
    const entries = withIds(context, body)
    const remembered = logRemembered(context, sessionId, entries)
    if (remembered) return remembered
    const [trainingLog, library, found, elsewhere] = await context.readAll([
      readTrainingLogBehind(logFrom(context, { changesSession: sessionId })),
      readLibrary(),
      findSession({ userId, id: sessionId }),
      listSetsElsewhere({ userId, sessionId, ids: entries.map(({ id }) => id) }),
    ])
    const loaded = { ...loadedFrom(context, found), trainingLog, ...library }
    expectVersion(context, loaded.session)
    const { session, outcomes } = log(loaded.session, entries, new Set(elsewhere), loaded.moment)
    const commit = await changeTrained(
      context,
      loaded,
      () => session,
      (after) => presentResults(after, outcomes),
    )
    return outcomes.some(isRefused) ? { ...commit, keepsAnswer: false } : commit
  },
})

/** Logs to a session that is remembered. Null unless each set is a new one, with an id that no other set has. */
function logRemembered(context: Context, sessionId: SessionId, entries: readonly SetEntry[]) {
  const ids = entries.map(({ id }) => id)
  return decideRemembered(context, sessionId, {
    decide: (loaded) => {
      expectVersion(context, loaded.session)
      const { session, outcomes } = log(loaded.session, entries, new Set(), loaded.moment)
      if (!outcomes.every(isDone)) return null
      return changeLoaded(
        context,
        loaded,
        () => session,
        (after) => presentResults(after, outcomes),
      )
    },
    hold: [ensureNoSets({ userId: context.athleteId, ids })],
  })
}

const isDone = ({ status }: SetOutcome) => status === 'done'

const isRefused = ({ status }: SetOutcome) => status === 'refused'

/**
 * Gives every set an id. The same set twice in a request is two sets, unless an id of the client's says
 * that it is one.
 */
function withIds({ newIdOf }: Pick<Context, 'newIdOf'>, { sets }: LogSets): SetEntry[] {
  const seen = new Map<string, number>()
  return sets.map((set) => {
    const content = JSON.stringify(set)
    const nth = seen.get(content) ?? 0
    seen.set(content, nth + 1)
    return { ...set, id: set.id ?? newIdOf(SetId, [set, nth]) }
  })
}
