import { addDays } from '#domain/calendar/days-between.js'
import type { EasierWeek } from '#domain/coach/reading/easier-week.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { AthleteId } from '#domain/values/id.schema.js'

/** The days on which the athlete trains as usual although an easier week is due. */
export type DeclinedWeek = { readonly startsOn: string; readonly endsOn: string; readonly event: DomainEvent }

/**
 * Declines the easier week that is due, for as many days as it would last. What calls for it is
 * asked anew afterwards. Refuses with CONFLICT when none is due, or when the athlete began it.
 */
export function declineEasierWeek(
  easierWeek: EasierWeek | null,
  { today, now, athleteId, rules }: { today: string; now: Date; athleteId: AthleteId; rules: TrainingRules },
): DeclinedWeek {
  if (easierWeek === null) return refuse('CONFLICT', 'No easier week is due.')
  if (easierWeek.begun) return refuse('CONFLICT', 'You began this easier week yourself.')
  const endsOn = addDays(today, rules.deload.days - 1)
  const { triggers } = easierWeek
  const facts = { startsOn: today, endsOn, triggers: [...triggers], rulesVersion: rules.version }
  return { startsOn: today, endsOn, event: event('deload.declined', athleteId, now, facts) }
}
