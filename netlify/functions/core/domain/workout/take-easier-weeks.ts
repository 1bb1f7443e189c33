import type { Day } from '#domain/coach/coach-athlete.js'
import { dateOf } from '#domain/coach/reading/day-number.js'
import type { EasierWeek } from '#domain/coach/reading/easier-week.js'
import type { Recommendation } from '#domain/coach/recommendation.js'
import { isInDeload } from '#domain/progression/deload-week.js'
import { type BegunDeload, takeEasierWeek } from '#domain/recovery/begin-deload.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Session } from '#domain/session/session.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { DeloadId, type NewId } from '#domain/values/id.schema.js'

/** A recommended day from which a session is planned, and the first day of its week. */
export type AcceptedDay = { readonly recommendation: Recommendation; readonly weekFrom: Day }

type Situation = {
  readonly state: TrainingState
  /** Planned sessions of those weeks. */
  readonly planned: readonly Session[]
  /** Why the first of the weeks is easier; null when it is not. */
  readonly easierWeek: EasierWeek | null
  /** Day in the athlete's zone. */
  readonly today: string
}

/**
 * Begins the easier weeks to which accepted days belong, where they have not begun: whoever accepts
 * a session that is lighter for that takes the week, and it is judged as a deload.
 */
export function takeEasierWeeks(
  accepted: readonly AcceptedDay[],
  { easierWeek, ...situation }: Situation,
  { newId, ...moment }: { readonly newId: NewId; readonly now: Date; readonly rules: TrainingRules },
): BegunDeload[] {
  const open = accepted.filter(({ recommendation: { day, rules } }) => {
    return rules.some(({ id }) => id === 'week.deload') && !isInDeload(dateOf(day), situation.state.deloads)
  })
  const weeks = [...new Set(open.map(({ weekFrom }) => weekFrom))].sort((a, b) => a - b)
  return weeks.map((from, index) => {
    const due = index === 0 && easierWeek !== null ? easierWeek.triggers : []
    const triggers = due.length > 0 ? due : (['scheduled'] as const)
    return takeEasierWeek({ id: newId(DeloadId), startsOn: dateOf(from), triggers }, situation, moment)
  })
}
