import * as z from 'zod'
import { DayKind } from '#domain/coach/day-kind.schema.js'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Slot } from '#domain/library/vocabulary.js'
import { PlaceId, SessionId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { checkRenamed } from '#domain/values/renamed-field.js'
import { LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { wholeNumberText } from '#domain/values/whole-number.schema.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'
import { Explanation, RuleId, RulesVersion } from '#orchestration/training/reason.schema.js'
import { SlotWeek } from './next-workout.schema.js'
import { Minutes } from './recommended-exercise.schema.js'
import { WorkoutRequestQuery, wishes } from './workout-request.schema.js'

/** The longest block: weeks of a plan. */
export const weeksMax = 12

/** The most days that are accepted at once: a training day more than six weeks of six have. */
const daysMax = 42

const firstDayFields = {
  from: LocalDate.exactOptional().meta({
    description: 'The first day of the plan, today or later; today when left out',
    example: '2026-11-23',
  }),
  startsOn: LocalDate.exactOptional().meta({ description: 'Another name of `from`', deprecated: true }),
}
const checkFirstDay = checkRenamed({ name: 'from', former: 'startsOn' })

type Given = { readonly from?: string | undefined; readonly startsOn?: string | undefined }

/** The first day of a plan, and the field that it was given in. */
export function firstDayOf({ from, startsOn }: Given): { readonly date?: string; readonly field: keyof Given } {
  const field = from === undefined && startsOn !== undefined ? 'startsOn' : 'from'
  const date = from ?? startsOn
  return date === undefined ? { field } : { date, field }
}

/** What a plan is asked for. */
export const PlanQuery = z
  .strictObject({
    ...firstDayFields,
    weeks: wholeNumberText({ min: 1, max: weeksMax })
      .default(4)
      .meta({ description: 'How many weeks to look ahead', example: 4 }),
    ...WorkoutRequestQuery.pick({ minutes: true, equipment: true, place: true }).shape,
  })
  .superRefine(checkFirstDay)

const PlannedExercise = z
  .strictObject({
    exercise: ExerciseRef,
    slot: Slot.meta({ description: 'What it is for', example: 'hpush' }),
    sets: prescriptionFields.sets,
    modifier: Modifier,
  })
  .meta({ id: 'PlanExerciseForecast', description: 'An exercise of a day to come, as it looks today' })

const PlanDay = z
  .strictObject({
    date: LocalDate,
    kind: DayKind,
    ruleId: RuleId.meta({ description: 'Why the day is what it is', example: 'day.train' }),
    explanation: Explanation,
    totalMinutes: Minutes.meta({ description: 'What all of it takes, warm-up included', example: 42.5 }),
    exercises: z.array(PlannedExercise).max(15).meta({ description: 'In the order in which to do them' }),
  })
  .meta({ id: 'PlanDay', description: 'A day of a plan' })

const PlanWeek = z
  .strictObject({
    startsOn: LocalDate,
    deload: z.boolean().meta({ description: 'It is an easier week', example: false }),
    days: z.array(PlanDay).length(7),
    slots: z
      .array(SlotWeek)
      .max(10)
      .meta({ description: 'Hard sets of the week, if all is done, against their targets' }),
  })
  .meta({ id: 'PlanWeek', description: 'A week of a plan' })

/** Weeks to come, as if everything was done. */
export const WorkoutPlan = z
  .strictObject({
    startsOn: LocalDate,
    minutes: Minutes.meta({ description: 'Minutes for a session', example: 45 }),
    placeId: PlaceId.nullable().meta({ description: 'Where; null at home', example: null }),
    weeks: z.array(PlanWeek).max(weeksMax),
    note: Explanation.meta({ example: 'A forecast, as if all of it was done: it is made anew after each session.' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'WorkoutPlan', description: 'Weeks to come, as they look today' })
export type WorkoutPlan = z.output<typeof WorkoutPlan>

const AcceptedDay = posted({
  date: LocalDate,
  time: LocalTime.exactOptional(),
  id: SessionId.exactOptional().meta({ description: 'Id of the session to plan' }),
}).meta({ id: 'AcceptedDay', description: 'A day of a plan to train on' })

/** The days of a plan to train on; with the same wishes they are the days of the same plan. */
export const AcceptPlan = posted({
  ...firstDayFields,
  days: z
    .array(AcceptedDay)
    .min(1)
    .max(daysMax)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, 'must not name a day twice')
    .meta({ description: 'Days to train on, in any order' }),
  ...wishes,
})
  .superRefine(checkFirstDay)
  .meta({ id: 'AcceptPlan', example: { days: [{ date: '2026-11-23', time: '18:30' }, { date: '2026-11-25' }] } })

/** The sessions that were planned. */
export const AcceptedPlan = z
  .strictObject({ sessions: z.array(SessionResource).max(daysMax) })
  .meta({ id: 'AcceptedPlan', description: 'The sessions that were planned' })
