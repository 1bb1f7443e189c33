import * as z from 'zod'
import { Purpose } from '#domain/account/purpose.schema.js'
import { CategoryLevel } from '#domain/athlete/category-level.schema.js'
import { Profile } from '#domain/athlete/profile.schema.js'
import { categories } from '#domain/library/vocabulary.js'
import { Day } from '#domain/progress/day-summary.schema.js'
import { SessionOutline } from '#domain/progress/session-outline.schema.js'
import { WeekReport } from '#domain/progress/week-report.schema.js'
import { LocalDate, TimeZone } from '#domain/values/time.schema.js'
import { ReadinessResource } from '#orchestration/check-ins/support/readiness.schema.js'
import { DeloadAdvice } from '#orchestration/deload/support/deload.schema.js'
import { GoalResource } from '#orchestration/goals/support/goal-resource.schema.js'
import { streakFields } from '#orchestration/progress/support/adherence.schema.js'
import { ReviewItem } from '#orchestration/progress/support/review.schema.js'
import { TodaySession, todaySessionsMax } from './today-session.schema.js'

/** How many of each there are on a home screen; the whole lists are operations of their own. */
export const first = { ahead: 3, inProgress: 3, review: 3, goals: 5 } as const

const outlines = (max: number, description: string) => z.array(SessionOutline).max(max).meta({ description })

const TodayWeek = z
  .strictObject({
    ...WeekReport.omit({ days: true, sessions: true, timeZone: true }).shape,
    days: z
      .array(
        Day.pick({
          date: true,
          isToday: true,
          plannedSessions: true,
          completedSessions: true,
          plannedSets: true,
          completedSets: true,
          isCompleted: true,
        }).meta({ id: 'DayInShort', description: 'A day of the week, in short' }),
      )
      .min(7)
      .max(7)
      .meta({ description: 'Monday to Sunday' }),
    ...streakFields,
  })
  .meta({ id: 'WeekSoFar', description: 'The week that runs: planned against done so far, and the rows of weeks' })

const Waiting = z
  .strictObject({
    review: z
      .strictObject({
        count: z.int().min(0).max(1_000_000).meta({ description: 'Entries that wait', example: 1 }),
        items: z.array(ReviewItem).max(first.review).meta({ description: 'The first of `GET /me/review`' }),
      })
      .meta({ description: 'What waits to be confirmed or corrected' }),
    deload: z.boolean().meta({ description: 'An easier week is due', example: false }),
    checkIn: z.boolean().meta({
      description: 'No check-in of today; never without the consent to the use of health data',
      example: true,
    }),
    consents: z
      .array(Purpose)
      .max(Purpose.options.length)
      .nullable()
      .meta({
        description: 'Purposes that were never asked about; null without `privacy:read`',
        example: ['research'],
      }),
    sessions: outlines(first.inProgress, 'Begun on another day and not completed, the latest first'),
  })
  .meta({ id: 'Waiting', description: 'What waits for the athlete' })

/** All that a home screen shows. */
export const TodayResource = z
  .strictObject({
    date: LocalDate,
    timeZone: TimeZone,
    profile: Profile.nullable().meta({ description: 'As `GET /me`; null without `profile:read`' }),
    sessions: z
      .array(TodaySession)
      .max(todaySessionsMax)
      .nullable()
      .meta({ description: 'Those of today, in order; null without `sessions:read`' }),
    ahead: outlines(first.ahead, 'The next that are planned'),
    readiness: ReadinessResource.nullable().meta({
      description: 'As `GET /me/readiness`; null without the consent to the use of health data',
    }),
    levels: z
      .array(CategoryLevel)
      .max(categories.length)
      .nullable()
      .meta({ description: 'As `GET /me/levels`; null without `levels:read`' }),
    week: TodayWeek,
    deload: DeloadAdvice.pick({ due: true, triggers: true, current: true, next: true, explanation: true }).meta({
      id: 'DeloadInShort',
      description: 'As `GET /me/deload`, in short',
    }),
    waiting: Waiting,
    goals: z.array(GoalResource).max(first.goals).meta({ description: 'The first open ones of `GET /me/goals`' }),
    nextWorkout: z
      .strictObject({
        method: z.literal('GET'),
        path: z.string().max(200).meta({ description: 'Path below `/api/v1`', example: '/me/next-workout' }),
      })
      .nullable()
      .meta({ description: 'Where the coach says what to train; null while a session of today is open' }),
  })
  .meta({ id: 'Today', description: 'All that a home screen shows' })
export type TodayResource = z.output<typeof TodayResource>
