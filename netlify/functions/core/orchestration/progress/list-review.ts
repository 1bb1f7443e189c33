import * as z from 'zod'
import { SessionExerciseId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { type HeldEntry, listHeldForReview } from '#queries/held-for-review.js'
import { presentHeld } from './support/present-held.js'
import { ReviewItem } from './support/review.schema.js'

export const listReview = query({
  id: 'progress.review',
  http: { method: 'GET', path: '/me/review', status: 200 },
  summary: 'List what waits for review',
  description:
    'What is so far from what was known that it may be a typing error, latest first, at most 100 on a page. Confirm it, or ' +
    'correct its sets: either way it leaves the list, and what follows from it then does.',
  access: { scope: 'progress:read' },
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(ReviewItem),
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { limit, cursor } }) => {
    const page = await readPage(context, {
      of: 'progress.review',
      filters: {},
      limit,
      cursor,
      keys: z.tuple([LocalDate, SessionExerciseId]),
      keysOf: ({ on, sessionExerciseId }: HeldEntry): [string, SessionExerciseId] => [on, sessionExerciseId],
      list: (after, count) =>
        listHeldForReview({
          userId: context.athleteId,
          after: after && { on: after[0], sessionExerciseId: after[1] },
          limit: count,
        }),
    })
    return { ...page, data: page.data.map((entry) => presentHeld(entry, context.ruleBook)) }
  },
})
