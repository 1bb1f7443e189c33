import * as z from 'zod'
import { checkRangeOrder } from '#domain/calendar/day-range.schema.js'
import { Step } from '#domain/calendar/time-step.js'
import { ExerciseRef, exerciseKeyList } from '#domain/library/exercise-ref.schema.js'
import { Category, categories, Slot, slots } from '#domain/library/vocabulary.js'
import { ChartMetric, ChartSubjectKind, ChartUnit, chartMetrics } from '#domain/progress/chart/chart-metric.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { wordList } from '#domain/values/word-list.schema.js'
import { bodyMassAssumed } from '#orchestration/training/body-mass-assumed.schema.js'
import { RulesVersion } from '#orchestration/training/reason.schema.js'
import { stepsMax } from './chart-range.js'

/** The most exercises that a chart is of. */
const exercisesMax = 10

export const ChartQuery = z
  .strictObject({
    metric: wordList(chartMetrics).meta({
      description:
        'What to draw, joined by commas. `ability` and `level` are of categories, `best` (the best set) of exercises, `bodyMassKg` of the athlete, all else of whatever is named, or of all that was done',
      example: 'ability,hardSets',
    }),
    category: wordList(categories).exactOptional().meta({
      description: 'Categories, joined by commas; `ability` and `level` are of all when none is named',
      example: 'Push,Pull',
    }),
    pattern: wordList(slots).exactOptional().meta({
      description: 'Movement patterns, as the coach names its slots, joined by commas',
      example: 'hpush,vpull',
    }),
    exercise: exerciseKeyList(exercisesMax).exactOptional(),
    step: Step.default('week').meta({
      description: 'The step of time: a day, an ISO week or a month, of the time zone of the athlete',
      example: 'week',
    }),
    from: LocalDate.exactOptional().meta({
      description: 'First day; twelve weeks ago when left out, and alone it means until today',
      example: '2026-08-31',
    }),
    to: LocalDate.exactOptional().meta({ description: 'Last day; needs `from`', example: '2026-11-22' }),
  })
  .superRefine(checkRangeOrder)
  .refine(({ metric, exercise }) => exercise !== undefined || !metric.includes('best'), {
    path: ['exercise'],
    error: 'is missing: best is of exercises',
  })
export type ChartQuery = z.output<typeof ChartQuery>

const values = (description: string) =>
  z
    .array(z.number().min(-1e12).max(1e12).nullable())
    .max(stepsMax)
    .meta({ description, example: [2.41, null, 2.47] })

const Subject = z
  .strictObject({
    kind: ChartSubjectKind,
    category: Category.nullable(),
    pattern: Slot.nullable().meta({ description: 'The movement pattern', example: null }),
    exercise: ExerciseRef.pick({ id: true, slug: true, name: true }).nullable().meta({ description: 'The exercise' }),
  })
  .meta({ id: 'ChartSubject', description: 'What a curve is of; null what it is not' })

const Curve = z
  .strictObject({
    metric: ChartMetric,
    unit: ChartUnit,
    of: Subject,
    values: values('One for each step; null where there is none'),
    low: values('Lower ends of the 90 % band, where there is one').nullable(),
    high: values('Upper ends of it').nullable(),
  })
  .meta({ id: 'Curve', description: 'A number for each step of time' })

/** Curves over the same steps of time. */
export const ChartResource = z
  .strictObject({
    from: LocalDate.meta({ description: 'First day' }),
    to: LocalDate.meta({ description: 'Last day' }),
    step: Step.meta({ description: 'The step of time', example: 'week' }),
    bodyMassAssumed,
    starts: z.array(LocalDate).max(stepsMax).meta({ description: 'The first day of each step, without gaps' }),
    series: z.array(Curve).max(200).meta({ description: 'The curves, in the order of the metrics' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'Chart', description: 'Curves over the same steps of time' })
