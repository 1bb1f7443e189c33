import { SessionDocument } from '#domain/session/session-document.schema.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { VersionMismatch } from '#orchestration/version-mismatch.js'
import { loadDocument } from './support/load-document.js'
import { createFromDocument, findSame, replaceByDocument } from './support/replace-by-document.js'
import { SessionPath } from './support/schemas.js'
import { WholeSessionResource } from './support/whole-session.js'

export const putSession = command({
  id: 'sessions.put',
  http: { method: 'PUT', path: '/sessions/{sessionId}', status: 201 },
  summary: 'Write a whole session',
  description:
    'Creates or replaces a session with all its exercises and sets, in whatever state: a workout that was trained without a network, ' +
    'or one that is typed in afterwards. The document is what `GET` answers; the caller chooses the id. What is left out stays as it ' +
    'is, or has what a new session has; null clears; an exercise or a set that is not in its list goes. Everything follows as from ' +
    'the single requests that would do the same, with their rules, events and decisions, and happens at once or not at all. ' +
    'Replacing needs `If-Match`, so that nothing is lost that another device has logged (428 without it); the same content again ' +
    'needs nothing and changes nothing.',
  access: { scope: 'sessions:write' },
  replaces: true,
  input: { params: SessionPath, body: SessionDocument },
  output: WholeSessionResource,
  refusals: [
    'ACCOUNT_NOT_FOUND',
    'CONSENT_NEEDED',
    'PLACE_NOT_FOUND',
    'SESSION_NOT_OPEN',
    'SESSION_STATE',
    'SESSION_FULL',
    'DATE_IN_FUTURE',
    'NOTHING_LOGGED',
    'METRIC_MISMATCH',
    'CONFLICT',
    'SIDES_MIXED',
    'ID_TAKEN',
    'VERSION_MISMATCH',
    'VERSION_NEEDED',
  ],
  location: ({ id }) => `/sessions/${id}`,
  existing: async (context, { params, body }) => {
    if (expectsNothing(context)) return null
    const output = await findSame(context, await loadDocument(context, params.sessionId, body), body)
    return output && { output, differing: [] }
  },
  run: async (context, { params, body }) => {
    const loaded = await loadDocument(context, params.sessionId, body)
    if (loaded.session) return replaceByDocument(context, { ...loaded, session: loaded.session }, body)
    if (context.expectedVersion === 'any') throw new VersionMismatch({ version: 0 })
    return createFromDocument(context, params.sessionId, loaded, body)
  },
})

/** RFC 9110, 13.1.2: what is there is not found to be right, it is in the way. */
function expectsNothing({ expectedVersion }: Pick<Context, 'expectedVersion'>): boolean {
  return expectedVersion !== null && expectedVersion !== 'any' && expectedVersion.version === 0
}
