import * as z from 'zod'
import { assertFromIsNear, checkDayRange, dayRangeFields } from '#domain/calendar/day-range.schema.js'
import { addDays } from '#domain/calendar/days-between.js'
import { Step } from '#domain/calendar/time-step.js'
import { dateIn, lastDayWithWork, todayAnywhere } from '#domain/calendar/time-zone.js'
import { categories } from '#domain/library/vocabulary.js'
import { isBodyMassAssumed } from '#domain/load/body-mass.js'
import { seriesOf } from '#domain/progress/series.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { bodyMassAssumed } from '#orchestration/training/body-mass-assumed.schema.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { listPerformedSets } from '#queries/performed-sets.js'
import { workTotalsFields } from './support/work.schema.js'

const Point = z
  .strictObject({
    from: LocalDate.meta({ description: 'First day of the step' }),
    ...workTotalsFields,
    setsPerCategory: z
      .strictObject(
        Object.fromEntries(
          categories.map((category) => [
            category,
            z
              .int()
              .min(0)
              .max(1_000_000)
              .meta({ description: `Sets of ${category}`, example: 3 }),
          ]),
        ),
      )
      .meta({ description: 'Sets per category' }),
  })
  .meta({ id: 'ProgressPoint', description: 'What was done in one step of time' })

const daysByDefault = 84

export const getSeries = query({
  id: 'progress.series',
  http: { method: 'GET', path: '/me/progress', status: 200 },
  summary: 'Get progress by day, week or month',
  description:
    'Volume, effective load, hold time, sets per category and RPE of completed sessions. Body mass is taken as of the day, assistance is negative weight. Twelve weeks when no range is given, and until today when only its beginning is. Curves without gaps: `GET /me/series`.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: {
    query: z
      .strictObject({
        by: Step.default('week').meta({ description: 'The step of time', example: 'week' }),
        ...dayRangeFields,
      })
      .superRefine(checkDayRange),
  },
  output: z
    .strictObject({
      bodyMassAssumed,
      points: z.array(Point).max(400).meta({ description: 'Steps with work in them, in order' }),
    })
    .meta({ id: 'Progress', description: 'Progress over time' }),
  refusals: ['ACCOUNT_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: { by, from, to } }) => {
    const userId = context.athleteId
    assertFromIsNear({ from, to }, context.now)
    const anywhere = todayAnywhere(context.now)
    const range = { from: from ?? addDays(anywhere.from, 1 - daysByDefault), to: to ?? lastDayWithWork(context.now) }
    const [athlete, work] = await context.readAll([
      findAthleteFacts({ userId }),
      listPerformedSets({ userId, exercise: { id: null, slug: null }, ...range }),
    ])
    const { timeZone, bodyMass } = athlete ?? accountNotFound()
    const first = from ?? addDays(dateIn(timeZone, context.now), 1 - daysByDefault)
    const seen = work.filter(({ date }) => date >= first)
    return { bodyMassAssumed: isBodyMassAssumed(bodyMass), points: seriesOf(seen, by, bodyMass, context.rules) }
  },
})
