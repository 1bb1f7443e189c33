import * as z from 'zod'
import { Level } from '#domain/library/vocabulary.js'
import { PlaceId, SessionId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, omissible } from '#domain/values/text.schema.js'
import { GivenInstant, LocalDate, LocalTime } from '#domain/values/time.schema.js'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'
import { exercisesMax, PlanExercise } from './session-exercise.schema.js'
import { Notes } from './set-log.schema.js'

/** The states of a session's life. */
export const SessionStatus = z
  .enum(['planned', 'in_progress', 'completed', 'skipped'])
  .meta({ id: 'SessionStatus', description: "State of the session's life", example: 'planned' })
export type SessionStatus = z.output<typeof SessionStatus>

/** The longest session, in minutes: a day. */
export const durationMinutesMax = 1440

/** How long a session takes or took, in minutes. */
export const DurationMinutes = wholeNumberOf('minutes')
  .min(0)
  .max(durationMinutesMax)
  .meta({ description: 'Minutes: estimated while planned, actual once completed', example: 45 })

/** The level that a session is made for, 0 (Foundation) to 5 (Expert). */
export const SessionLevel = Level.meta({ description: 'Level that the session is made for', example: 1 })

/** Where a session is trained. */
export const SessionPlace = PlaceId.nullable().meta({
  description: 'Id of a place in the profile; null at home. It stays when the place leaves the profile',
})

/** A session to plan, with its exercises in order. */
export const PlanSession = posted({
  id: SessionId.optional(),
  date: LocalDate,
  time: LocalTime.nullish(),
  level: SessionLevel.nullish(),
  placeId: SessionPlace.optional(),
  durationMinutes: DurationMinutes.nullish(),
  notes: clearable(Notes).optional(),
  exercises: z
    .array(PlanExercise)
    .max(exercisesMax)
    .refine(haveOwnIds, { error: 'two exercises have the same id' })
    .default([]),
}).meta({
  id: 'PlanSession',
  description: 'A session to plan, with its exercises in order',
  example: { date: '2026-11-22', time: '18:30', exercises: [{ exercise: 'archer-pull-up' }] },
})
export type PlanSession = Readonly<z.output<typeof PlanSession>>

/**
 * A merge patch of a session's details (RFC 7396): null deletes. Its state has operations of its
 * own.
 */
export const EditSession = z
  .strictObject({
    date: LocalDate.optional(),
    time: LocalTime.nullish(),
    level: SessionLevel.nullish(),
    placeId: SessionPlace.optional(),
    durationMinutes: DurationMinutes.nullish(),
    notes: clearable(Notes).optional(),
  })
  .meta({
    id: 'EditSession',
    description: 'What to change in a session; null deletes',
    example: { time: '19:00', notes: 'In the park' },
  })
export type EditSession = Readonly<z.output<typeof EditSession>>

/** When a session began. */
export const StartSession = posted({
  startedAt: GivenInstant.optional().meta({ description: 'When it began; now when it is left out' }),
}).meta({ id: 'StartSession', description: 'When a session began', example: { startedAt: '2026-11-22T11:15:00Z' } })
export type StartSession = Readonly<z.output<typeof StartSession>>

/** How a session ended. */
export const CompleteSession = posted({
  durationMinutes: DurationMinutes.optional().meta({
    description: 'Counted from start to completion when it is left out',
  }),
  notes: omissible(Notes),
  startedAt: GivenInstant.optional().meta({
    description: 'When it began; as it was recorded when it is left out, else counted back from the end',
  }),
  completedAt: GivenInstant.optional().meta({ description: 'When it ended; now when it is left out' }),
  withoutSets: z.boolean().optional().meta({
    description: 'The athlete trained and wrote no set down; without this, such a completion is refused',
    example: false,
  }),
}).meta({ id: 'CompleteSession', description: 'How a session ended', example: { durationMinutes: 45 } })
export type CompleteSession = Readonly<z.output<typeof CompleteSession>>

/** The date to which a session moves; the time stays when it is left out. */
export const RescheduleSession = z.strictObject({ date: LocalDate, time: LocalTime.nullish() }).meta({
  id: 'RescheduleSession',
  description: 'Where a session moves to',
  example: { date: '2026-11-24', time: '07:00' },
})
export type RescheduleSession = Readonly<z.output<typeof RescheduleSession>>

function haveOwnIds(exercises: readonly PlanExercise[]): boolean {
  const ids = exercises.map(({ id }) => id).filter((id) => id !== undefined)
  return new Set(ids).size === ids.length
}
