import * as z from 'zod'
import { dateIn } from '#domain/calendar/time-zone.js'
import { adherenceOf } from '#domain/progress/adherence.js'
import { IsoWeek } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { listPlannedAndDone } from '#queries/performed-sets.js'
import { findTimeZone } from '#queries/users.js'

const count = (description: string) => z.int().min(0).max(100_000).meta({ description, example: 3 })

const AdherenceResource = z
  .strictObject({
    currentStreakWeeks: count(
      'Weeks in a row with a completed session, up to now; the week that runs has time until it ends',
    ),
    longestStreakWeeks: count('The longest such row'),
    currentKeptWeeks: count(
      'Weeks in a row, up to now, in which everything planned was done; weeks without a plan are passed over',
    ),
    longestKeptWeeks: count('The longest such row'),
    weeks: z
      .array(
        z
          .strictObject({
            week: IsoWeek,
            planned: count('Sessions planned, the skipped ones among them'),
            completed: count('Sessions completed'),
            adherence: z.number().min(0).max(1).meta({ description: 'Share of the plan that was done', example: 1 }),
          })
          .meta({ id: 'AdherenceWeek', description: 'A week of the plan' }),
      )
      .max(52)
      .meta({ description: 'The last weeks with a plan, at most 52, in order' }),
  })
  .meta({ id: 'Adherence', description: 'How the athlete keeps to their own plan' })

export const getAdherence = query({
  id: 'progress.adherence',
  http: { method: 'GET', path: '/me/adherence', status: 200 },
  summary: 'Get adherence to my own plan',
  description:
    'The streak counts weeks in a row with training, and ends when a week passes without any. How many weeks in a row the plan ' +
    'was kept is a number of its own. What is completed counts on whatever day it is; what is still open today or later does not.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: {},
  output: AdherenceResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const userId = context.athleteId
    const [zone, days] = await context.readAll([findTimeZone({ userId }), listPlannedAndDone({ userId })])
    const { weeks, trained, kept } = adherenceOf(days, dateIn(zone ?? accountNotFound(), context.now))
    return {
      currentStreakWeeks: trained.currentWeeks,
      longestStreakWeeks: trained.longestWeeks,
      currentKeptWeeks: kept.currentWeeks,
      longestKeptWeeks: kept.longestWeeks,
      weeks: weeks.slice(-52),
    }
  },
})
