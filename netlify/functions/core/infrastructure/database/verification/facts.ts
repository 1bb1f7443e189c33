import { changedFields } from '#domain/values/same-value.js'
import { listSummaryDrift } from '../queries/daily-workout-summary.js'
import { sql } from '../statement.js'
import { type Check, checkBy, findings } from './check.js'

/** Finds at most 100 session exercises whose actual sets differ from their set logs. */
export const findActualSetsDrift = findings(
  'findActualSetsDrift',
  () => sql`
    with logged as (
      select
        session_exercise_id,
        jsonb_agg(
          case
            when actual_reps is null then jsonb_build_object('duration', actual_duration_seconds)
            else jsonb_build_object('reps', actual_reps)
          end
          order by set_number, side
        ) as sets
      from exercise_set_logs
      group by session_exercise_id
    )
    select
      'session_exercises ' || item.id as subject,
      'actual_sets ' || coalesce(item.actual_sets::text, 'null') || ', logs ' || coalesce(logged.sets::text, 'null') as problem
    from session_exercises as item
    left join logged on logged.session_exercise_id = item.id
    where item.actual_sets is distinct from logged.sets
    order by subject
    limit 100`,
)

export const actualSetsCheck = checkBy('actual sets equal to the logs', findActualSetsDrift)

/** Checks that every day's summary equals what sessions, exercises and set logs add up to. */
export const summariesCheck: Check = {
  name: 'summaries equal to the logs',
  run: async (database) => {
    const drift = await database.query(listSummaryDrift({ userId: null, limit: 100 }))
    return drift.map(({ userId, workoutDate, stored, fromLogs }) => ({
      subject: `${workoutDate} of ${userId}`,
      problem: differenceOf(stored, fromLogs),
    }))
  },
}

type Summary = Readonly<Record<string, unknown>> | null

function differenceOf(stored: Summary, fromLogs: Summary): string {
  if (stored === null) return 'has no summary'
  if (fromLogs === null) return 'has a summary, and no session'
  return changedFields(stored, fromLogs)
    .map((field) => `${field} is ${JSON.stringify(stored[field])}, and should be ${JSON.stringify(fromLogs[field])}`)
    .join('; ')
}

/**
 * Finds athletes who were erased hours ago and are still in the sums of weeks, which are refreshed every
 * hour: the scheduled function that does so has stopped.
 */
export const findErasedInWeeks = findings(
  'findErasedInWeeks',
  () => sql`
    select
      'weekly_workout_summary, ' || tombstone.user_id as subject,
      'was erased ' || tombstone.erased_at || ': run sum-up-weeks' as problem
    from erasure_tombstones as tombstone
    where tombstone.erased_at < now() - interval '2 hours'
      and exists (select from weekly_workout_summary where user_id = tombstone.user_id)
    order by subject
    limit 100`,
)

export const erasedInWeeksCheck = checkBy('no erased athlete in the sums of weeks', findErasedInWeeks)
