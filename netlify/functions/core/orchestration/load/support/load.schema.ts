import * as z from 'zod'
import { daysInRangeMax } from '#domain/calendar/day-range.schema.js'
import { Category } from '#domain/library/vocabulary.js'
import { FoundSpikeBand, SpikeBasis } from '#domain/load/session-spike.js'
import { SessionId } from '#domain/values/id.schema.js'
import { IsoWeek, LocalDate } from '#domain/values/time.schema.js'
import { bodyMassAssumed } from '#orchestration/training/body-mass-assumed.schema.js'
import { RuleId, RulesVersion, Thresholds } from '#orchestration/training/reason.schema.js'

const amount = (description: string, example: number) =>
  z.number().min(0).max(1_000_000_000).meta({ description, example })

const ratio = (description: string) => z.number().min(0).max(1_000_000).nullable().meta({ description, example: 1.2 })

const perCategory = (description: string, example: number) =>
  z
    .strictObject({ Push: amount('Push', example), Pull: amount('Pull', example), Squat: amount('Squat', example) })
    .meta({ description })

const sessionLoad = z.number().min(0).max(1_000_000).nullable()

const DayLoadResource = z
  .strictObject({
    date: LocalDate,
    sessions: z.int().min(0).max(1000).meta({ description: 'Completed sessions', example: 1 }),
    sessionLoad: sessionLoad.meta({
      description: 'RPE x minutes (AU); 0 on a day of rest, null where duration or ratings are missing',
      example: 350,
    }),
    estimated: z
      .boolean()
      .nullable()
      .meta({ description: 'The mean of the rated sets stands in for a rating of the session', example: true }),
    timeLoadKgSeconds: perCategory('Mass moved x seconds under tension, by category', 2400),
    volumeLoadKgReps: amount('Mass moved x repetitions; holds have none', 480),
    sets: perCategory('Sets done, by category; a left and right pair counts as one', 6),
  })
  .meta({ id: 'DayLoad', description: 'The training load of one day' })

const WeekLoadResource = z
  .strictObject({
    week: IsoWeek,
    isOver: z
      .boolean()
      .meta({ description: 'False while the week runs: its days to come count as rest', example: true }),
    total: amount('Sum of the daily loads (AU)', 1080),
    mean: amount('Mean of the daily loads', 154.29),
    deviation: amount('Population standard deviation of the daily loads', 181.02),
    monotony: z
      .number()
      .min(0)
      .max(10)
      .nullable()
      .meta({ description: 'Mean over deviation, at most 10; null in a week without load', example: 0.85 }),
    strain: amount('Total x monotony', 920.51),
  })
  .meta({ id: 'WeekLoad', description: 'The training load of a week (Foster 1998)' })

const LoadSpike = z
  .strictObject({
    date: LocalDate,
    sessionId: SessionId,
    category: Category,
    timeLoadKgSeconds: amount('Load of the session in this category', 5000),
    ratio: z.number().min(0).max(1_000_000).meta({ description: 'Over the largest session before it', example: 1.25 }),
    band: FoundSpikeBand,
    basis: SpikeBasis.meta({
      description: 'Compared with the sessions of 30 days, or with the last three of any age',
      example: '30d',
    }),
  })
  .meta({ id: 'LoadSpike', description: 'A session far above the ones before it' })

/** Training load over a range of days. */
export const LoadResource = z
  .strictObject({
    from: LocalDate,
    to: LocalDate,
    bodyMassAssumed,
    days: z.array(DayLoadResource).max(daysInRangeMax).meta({ description: 'Every day, rest days included' }),
    weeks: z.array(WeekLoadResource).max(60).meta({ description: 'The weeks that the range touches, each as a whole' }),
    ratio: z
      .strictObject({
        coupled: ratio('Last 7 days over the last 28'),
        uncoupled: ratio('Last 7 days over the 21 before them'),
        ewma: ratio('By exponentially weighted moving averages'),
        note: z.string().max(200).meta({
          description: 'What it is good for',
          example: 'Information only: the ratio does not predict injury.',
        }),
      })
      .meta({ description: 'Acute to chronic load at the end of the range; null in the first four weeks of training' }),
    spikes: z.array(LoadSpike).max(10_000).meta({ description: 'Sessions that stand out, in order of their days' }),
    ruleId: RuleId.meta({ example: 'load.session_spike' }),
    thresholds: Thresholds.meta({ example: { noneMax: 1.1, smallMax: 1.3, moderateMax: 2 } }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'TrainingLoad', description: 'Training load by day and week, and what stands out' })
export type LoadResource = z.output<typeof LoadResource>
