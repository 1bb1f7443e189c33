import type { BetterAuthPlugin, Session, Where } from 'better-auth'
import { createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'
import { AthleteId } from '#domain/values/id.schema.js'
import { type AccountTrail, requestIdHeader } from './account-trail.js'

/** More sessions than anybody looks through. */
const listedMax = 100

const use = [sensitiveSessionMiddleware]
const change = { method: 'POST' as const, use }

type Context = Parameters<typeof deleteSessionCookie>[0] & {
  context: { session: { session: Session } }
  headers?: Headers | undefined
}

/**
 * Lists and ends sessions by their ids. The account service itself ends them by their tokens, of which
 * only hashes are stored, and a list that shows tokens would hand them out.
 */
export function sessionsById(trail: AccountTrail | undefined) {
  const end = endingSessions(trail)
  return {
    id: 'sessions-by-id',
    endpoints: {
      listOwnSessions: createAuthEndpoint('/sessions', { method: 'GET', use }, async (context) => {
        const { session } = context.context.session
        const rows = await context.context.adapter.findMany<Session>({
          model: 'session',
          where: [...ofOwner(session), { field: 'expiresAt', operator: 'gt', value: new Date() }],
          sortBy: { field: 'updatedAt', direction: 'desc' },
          limit: listedMax,
        })
        return context.json({
          data: rows.map((row) => shown(row, session)),
          page: { nextCursor: null, limit: listedMax },
        })
      }),
      endSession: createAuthEndpoint('/sessions/:sessionId/end', change, async (context) =>
        context.json(await end(context, [{ field: 'id', value: context.params.sessionId }])),
      ),
      endOtherSessions: createAuthEndpoint('/sessions/end-others', change, async (context) =>
        context.json(await end(context, [{ field: 'id', operator: 'ne', value: context.context.session.session.id }])),
      ),
      endAllSessions: createAuthEndpoint('/sessions/end-all', change, async (context) =>
        context.json(await end(context, [])),
      ),
    },
  } satisfies BetterAuthPlugin
}

function endingSessions(trail: AccountTrail | undefined) {
  return async (context: Context, which: Where[]): Promise<{ ended: number }> => {
    const { session } = context.context.session
    const { adapter } = context.context
    const ended = await adapter.deleteMany({ model: 'session', where: [...ofOwner(session), ...which] })
    const isOver = (await adapter.count({ model: 'session', where: [{ field: 'id', value: session.id }] })) === 0
    if (isOver) deleteSessionCookie(context)
    const requestId = context.headers?.get(requestIdHeader)
    if (trail && requestId && ended > 0) await trail.noted('sessions-ended', AthleteId.parse(session.userId), requestId)
    return { ended }
  }
}

function ofOwner({ userId }: Session): Where[] {
  return [{ field: 'userId', value: userId }]
}

function shown({ id, createdAt, updatedAt, expiresAt, ipAddress = null, userAgent = null }: Session, own: Session) {
  return { id, isCurrent: id === own.id, createdAt, updatedAt, expiresAt, ipAddress, userAgent }
}
