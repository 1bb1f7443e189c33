import * as z from 'zod'
import type { Session } from '#domain/session/session.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import { SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { fieldsQuery } from '#orchestration/chosen-fields.js'
import type { Context } from '#orchestration/context.js'
import { expandQuery } from '#orchestration/expand.js'
import { listing } from '#orchestration/operation.js'
import { type Page, pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import {
  type FullSession,
  type ListedSession,
  listFullSessions,
  listSessions as listStatement,
} from '#queries/workout-sessions-lists.js'
import { momentAt } from './support/load-session.js'
import { presentExercise, presentListed, presentSummary } from './support/present-session.js'
import { SessionListItem } from './support/schemas.js'

const filters = {
  from: LocalDate.optional().meta({ description: 'First date, included', example: '2026-11-16' }),
  to: LocalDate.optional().meta({ description: 'Last date, included', example: '2026-11-22' }),
  status: SessionStatus.optional(),
}

const expand = expandQuery(['exercises', 'exercises.exercise']).exactOptional()
const fields = fieldsQuery(SessionListItem).exactOptional()

const Query = z.strictObject({ ...filters, expand, fields, ...pageQuery }).superRefine(({ from, to }, { addIssue }) => {
  if (from !== undefined && to !== undefined && to < from)
    addIssue({ code: 'custom', path: ['to'], message: 'must not lie before from', input: to })
})

/**
 * Bytes of exercises on a page, as the database has them. With every exercise of the library in full it
 * stays below the 6 MB that the platform takes; a single session does in any case.
 */
const exercisesBytesMax = 3_000_000

/** Sessions on a page that lists their exercises. */
const fullMax = 25

export const listSessions = listing({
  id: 'sessions.list',
  http: { method: 'GET', path: '/sessions', status: 200 },
  summary: 'List sessions',
  description: `Sessions of the athlete, latest date first, with counts in place of their exercises. With \`expand=exercises\` they have those too; a page has then ${fullMax} sessions at most, and fewer where they are very long.`,
  access: { scope: 'sessions:read' },
  input: { query: Query },
  output: pageOf(SessionListItem),
  choosable: { item: SessionListItem, itemsMax: 100 },
  chosen: ({ query: { fields } }) => fields,
  exercisesAt: ['exercises.exercise'],
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query }) => (query.expand ? listFull(context, query) : listShort(context, query)),
})

type Asked = z.output<typeof Query>

async function listShort(context: Context, asked: Asked): Promise<Page<SessionListItem>> {
  const page = await readPage(context, {
    ...pageAsked(asked),
    keysOf: ({ session }: ListedSession) => placeOf(session),
    list: (after, count) => listStatement({ ...selected(context, asked, after), limit: count }),
  })
  return { ...page, data: page.data.map((item) => presentListed(context, item)) }
}

async function listFull(context: Context, asked: Asked): Promise<Page<SessionListItem>> {
  const page = await readPage(context, {
    ...pageAsked(asked),
    limit: Math.min(asked.limit, fullMax),
    keysOf: ({ session }: FullSession) => placeOf(session),
    isWhole: ({ isWhole }) => isWhole,
    list: (after, count) =>
      listFullSessions({ ...selected(context, asked, after), limit: count, bytesMax: exercisesBytesMax }),
  })
  return { ...page, data: page.data.map((item) => presentFull(context, item)) }
}

type Place = [date: string, id: SessionId]

const placeOf = ({ date, id }: Session): Place => [date, id]

const filtersOf = ({ from, to, status }: Asked) => ({ from: from ?? null, to: to ?? null, status: status ?? null })

function pageAsked(asked: Asked) {
  const keys = z.tuple([LocalDate, SessionId])
  return { of: 'sessions.list', filters: filtersOf(asked), limit: asked.limit, cursor: asked.cursor, keys }
}

function selected({ athleteId: userId }: Context, asked: Asked, after: Place | null) {
  return { userId, ...filtersOf(asked), afterDate: after?.[0] ?? null, afterId: after?.[1] ?? null }
}

function presentFull(context: Context, { session, timeZone }: FullSession): SessionListItem {
  const { exercises } = session
  return {
    ...presentSummary(session, momentAt(context, timeZone)),
    exerciseCount: exercises.length,
    completedExerciseCount: exercises.filter(({ completed }) => completed).length,
    setCount: exercises.reduce((sum, { actual }) => sum + (actual.sets?.length ?? 0), 0),
    exercises: exercises.map(presentExercise),
  }
}
