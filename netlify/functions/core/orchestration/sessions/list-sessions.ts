import * as z from 'zod'
import { SessionStatus } from '#domain/session/session.schema.js'
import { SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import type { Context } from '#orchestration/context.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { type ListedSession, listSessions as listStatement } from '#queries/workout-sessions.js'
import { momentAt } from './support/load-session.js'
import { presentSummary } from './support/present-session.js'
import { SessionListItem } from './support/schemas.js'

const filters = {
  from: LocalDate.optional().meta({ description: 'First date, included', example: '2026-11-16' }),
  to: LocalDate.optional().meta({ description: 'Last date, included', example: '2026-11-22' }),
  status: SessionStatus.optional(),
}

const Query = z.strictObject({ ...filters, ...pageQuery }).superRefine(({ from, to }, { addIssue }) => {
  if (from !== undefined && to !== undefined && to < from)
    addIssue({ code: 'custom', path: ['to'], message: 'must not lie before from', input: to })
})

export const listSessions = query({
  id: 'sessions.list',
  http: { method: 'GET', path: '/sessions', status: 200 },
  summary: 'List sessions',
  description: 'Sessions of the athlete, latest date first, with counts in place of their exercises.',
  access: { scope: 'sessions:read' },
  input: { query: Query },
  output: pageOf(SessionListItem),
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { from = null, to = null, status = null, limit, cursor } }) => {
    const asked = { userId: context.athleteId, from, to, status }
    const page = await readPage(context, {
      of: 'sessions.list',
      filters: { from, to, status },
      limit,
      cursor,
      keys: z.tuple([LocalDate, SessionId]),
      keysOf: ({ session }: ListedSession): [string, SessionId] => [session.date, session.id],
      list: (after, count) =>
        listStatement({ ...asked, afterDate: after?.[0] ?? null, afterId: after?.[1] ?? null, limit: count }),
    })
    return { ...page, data: page.data.map((item) => presentItem(context, item)) }
  },
})

function presentItem(context: Context, { session, timeZone, ...counts }: ListedSession): SessionListItem {
  return { ...presentSummary(session, momentAt(context, timeZone)), ...counts }
}
