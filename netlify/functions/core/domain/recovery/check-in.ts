import { refuse } from '#domain/refusal.js'
import type { CheckInId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { ChangeCheckIn, DailyCheckIn, RecordCheckIn } from './check-in.schema.js'

type Moment = {
  readonly now: Date
  /** The date of `now` in the athlete's zone. */
  readonly today: string
}

/**
 * Makes a check-in of the given day, else of today.
 *
 * Refuses with DATE_IN_FUTURE, and with INVALID_INPUT when a site of pain comes without a number.
 */
export function recordCheckIn(id: CheckInId, { date, ...given }: RecordCheckIn, { now, today }: Moment): DailyCheckIn {
  const on = date ?? today
  if (on > today) refuse('DATE_IN_FUTURE', `${on} lies in the future: today is ${today}.`)
  return withKnownPain({
    ...nothingSaid,
    ...given,
    notes: given.notes ?? null,
    id,
    date: on,
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  })
}

/**
 * Applies a patch to a check-in; returns the fields that changed, and the same check-in when the
 * patch says nothing new. Refuses with INVALID_INPUT as `recordCheckIn` does.
 */
export function changeCheckIn(
  checkIn: DailyCheckIn,
  patch: ChangeCheckIn,
  now: Date,
): { readonly checkIn: DailyCheckIn; readonly fields: readonly string[] } {
  const fields = changedFields<DailyCheckIn>(checkIn, patch)
  if (fields.length === 0) return { checkIn, fields }
  const updatedAt = touchedAt(now, checkIn.updatedAt)
  return { checkIn: withKnownPain({ ...checkIn, ...patch, version: checkIn.version + 1, updatedAt }), fields }
}

const nothingSaid = {
  sleep: null,
  fatigue: null,
  stress: null,
  soreness: null,
  restingHeartRateBpm: null,
  hrvRmssdMs: null,
  pain: null,
  painSite: null,
  bodyMassKg: null,
  notes: null,
}

function withKnownPain(checkIn: DailyCheckIn): DailyCheckIn {
  if (checkIn.painSite === null || checkIn.pain !== null) return checkIn
  return refuse('INVALID_INPUT', 'A place that hurts needs a number from 0 to 10.', [
    { pointer: '/pain', code: 'REQUIRED', detail: 'is required where painSite is given' },
  ])
}
