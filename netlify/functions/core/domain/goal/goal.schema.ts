import * as z from 'zod'
import { GoalKind } from '#domain/event/vocabulary.js'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { GoalId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { clearable, freeText, omissible } from '#domain/values/text.schema.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'

export const GoalStatus = z.enum(['open', 'reached', 'dropped']).meta({
  id: 'GoalStatus',
  description: 'Reached is what the log says; dropped is what the athlete says',
  example: 'open',
})
export type GoalStatus = z.output<typeof GoalStatus>

const Target = z
  .int()
  .min(1)
  .max(3600)
  .meta({ description: 'Reps, seconds, or sessions a week; a skill has none', example: 15 })
const Deadline = LocalDate.meta({ description: 'The day by which it should be reached', example: '2027-03-01' })
const Notes = freeText(1000).meta({ description: "The athlete's notes", example: 'For the spring competition' })

/** The fields of a goal in an answer, without its forecast. */
export const goalFields = {
  id: GoalId,
  kind: GoalKind,
  exercise: ExerciseRef.nullable().meta({ description: 'The exercise that it is about; null for consistency' }),
  target: Target.nullable(),
  deadline: Deadline.nullable(),
  status: GoalStatus,
  setOn: LocalDate.meta({ description: 'The day on which it was set', example: '2026-11-22' }),
  reachedOn: LocalDate.nullable().meta({ description: 'The day of the session that reached it', example: null }),
  notes: Notes.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
}

export const SetGoal = posted({
  id: GoalId.exactOptional(),
  kind: GoalKind,
  exercise: ExerciseKey.exactOptional(),
  target: Target.exactOptional(),
  deadline: Deadline.exactOptional(),
  notes: omissible(Notes),
}).meta({
  id: 'SetGoal',
  description: 'A goal: kind and exercise, a target unless it is a skill, and a deadline if there is one',
  example: { kind: 'reps', exercise: 'push-up', target: 20, deadline: '2027-03-01' },
})
export type SetGoal = Readonly<z.output<typeof SetGoal>>

/** A merge patch of a goal (RFC 7396): null takes deadline or notes away. */
export const ChangeGoal = z
  .strictObject({
    target: Target.exactOptional(),
    deadline: Deadline.nullable().exactOptional(),
    notes: clearable(Notes).exactOptional(),
  })
  .meta({
    id: 'ChangeGoal',
    description: 'What to change in a goal; null takes deadline or notes away',
    example: { target: 25, deadline: null },
  })
export type ChangeGoal = Readonly<z.output<typeof ChangeGoal>>
