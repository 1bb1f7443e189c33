import type { Results } from '#database/connection.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { adherenceDaysFrom } from '#domain/progress/adherence.js'
import type { Context } from '#orchestration/context.js'
import { deloadReads } from '#orchestration/deload/support/deload-advice-of.js'
import { goalBestSets } from '#orchestration/goals/support/goal-best-sets.js'
import { weekReads } from '#orchestration/progress/support/week-of.js'
import { listConsents } from '#queries/consents.js'
import { listGoals } from '#queries/goals.js'
import { countHeldForReview, listHeldForReview } from '#queries/held-for-review.js'
import { listPlannedAndDone } from '#queries/performed-sets.js'
import { listSessionsAhead, listSessionsInProgress } from '#queries/session-outlines.js'
import { listCategoryLevels } from '#queries/user-current-levels.js'
import { findProfile } from '#queries/users.js'
import { listWholeSessions } from '#queries/workout-sessions.js'
import { first } from './today.schema.js'
import { todaySessionsMax } from './today-session.schema.js'

/**
 * What a home screen reads beside the training. Each statement is one of the operation that answers
 * the part alone, or counts what that one lists.
 */
export function todayReads(context: Context) {
  const { athleteId: userId, now } = context
  const { from, to } = todayAnywhere(now)
  return [
    findProfile({ userId }),
    listWholeSessions({ userId, from, to }),
    listSessionsAhead({ userId, after: from, to, limit: first.ahead }),
    // those of today are among them
    listSessionsInProgress({ userId, limit: first.inProgress + todaySessionsMax }),
    listCategoryLevels({ userId }),
    listPlannedAndDone({ userId, daysFrom: adherenceDaysFrom(now) }),
    countHeldForReview({ userId }),
    listHeldForReview({ userId, after: null, limit: first.review }),
    listConsents({ userId }),
    listGoals({ userId, status: 'open', afterSetOn: null, afterId: null, limit: first.goals }),
    goalBestSets(context),
    ...deloadReads(context),
    ...weekReads(context, 'current'),
  ] as const
}

/** What a home screen has read beside the training, by name. */
export function todayFacts(read: Results<ReturnType<typeof todayReads>>) {
  const [profile, whole, ahead, inProgress, levels, plannedAndDone, heldCount, held, consents, ...more] = read
  const [goals, bestSets, checkIns, rated, deloads, ...week] = more
  const lists = { whole, ahead, inProgress, plannedAndDone, held, consents, goals, bestSets, checkIns }
  return { profile, levels, heldCount, ...lists, deload: [checkIns, rated, deloads] as const, week }
}
export type TodayFacts = ReturnType<typeof todayFacts>
