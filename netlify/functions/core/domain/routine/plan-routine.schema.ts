import * as z from 'zod'
import { SessionPlace } from '#domain/session/session.schema.js'
import { SessionId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { LocalDate, LocalTime } from '#domain/values/time.schema.js'

/** Where the sets of a session come from that is planned from a routine. */
export const RoutineTargets = z.enum(['written', 'working']).meta({
  id: 'RoutineTargets',
  description: 'The sets as the routine has them, or the working sets of the day',
  example: 'working',
})

/** When and where a routine is trained, and where its sets come from. */
export const PlanRoutine = posted({
  id: SessionId.optional().meta({ description: 'Id of the session to plan' }),
  date: LocalDate,
  time: LocalTime.nullish(),
  placeId: SessionPlace.optional(),
  targets: RoutineTargets.default('written').meta({
    description:
      'Plan the sets as the routine has them, where it has some; or, as for any other plan, the working sets of the day',
    example: 'working',
  }),
}).meta({
  id: 'PlanRoutine',
  description: 'When and where to train a routine',
  example: { date: '2026-11-24', time: '18:30', targets: 'working' },
})
export type PlanRoutine = Readonly<z.output<typeof PlanRoutine>>
