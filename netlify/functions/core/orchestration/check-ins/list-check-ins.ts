import * as z from 'zod'
import { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { listCheckIns as listStatement } from '#queries/check-ins.js'

const Query = z
  .strictObject({
    from: LocalDate.optional().meta({ description: 'First day, included', example: '2026-11-16' }),
    to: LocalDate.optional().meta({ description: 'Last day, included', example: '2026-11-22' }),
    ...pageQuery,
  })
  .superRefine(({ from, to }, { addIssue }) => {
    if (from !== undefined && to !== undefined && to < from)
      addIssue({ code: 'custom', path: ['to'], message: 'must not lie before from', input: to })
  })

export const listCheckIns = query({
  id: 'recovery.listCheckIns',
  http: { method: 'GET', path: '/me/check-ins', status: 200 },
  summary: 'List my check-ins',
  description: 'Check-ins of the athlete, latest day first.',
  access: { scope: 'progress:read' },
  consent: 'health-data',
  input: { query: Query },
  output: pageOf(DailyCheckIn),
  refusals: ['INVALID_CURSOR'],
  run: (context, { query: { from = null, to = null, limit, cursor } }) =>
    readPage(context, {
      of: 'recovery.listCheckIns',
      filters: { from, to },
      limit,
      cursor,
      keys: z.tuple([LocalDate]),
      keysOf: ({ date }): [string] => [date],
      list: (after, count) =>
        listStatement({ userId: context.athleteId, from, to, before: after?.[0] ?? null, limit: count }),
    }),
})
