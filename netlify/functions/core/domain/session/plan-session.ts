import { refuseFaults } from '#domain/refusal.js'
import { type NewId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { type Plannable, type PlanningFacts, planExercise, planFaults } from './plan-exercise.js'
import { createdNow, type PlannedSession } from './session.js'
import type { PlanSession } from './session.schema.js'

/**
 * Plans a session; refuses with METRIC_MISMATCH or INVALID_INPUT, naming everything that is wrong
 * at once.
 */
export function planSession(
  request: PlanSession,
  library: Plannable,
  { newId, ...facts }: PlanningFacts & { readonly newId: NewId },
): PlannedSession {
  refuseFaults(request.exercises.flatMap((item, index) => planFaults(item, library, `/exercises/${index}`)))
  return {
    id: request.id ?? newId(SessionId),
    status: 'planned',
    date: request.date,
    time: request.time ?? null,
    level: request.level ?? null,
    durationMinutes: request.durationMinutes ?? null,
    notes: request.notes ?? null,
    exercises: request.exercises.map((item, index) =>
      planExercise(item, library, { id: item.id ?? newId(SessionExerciseId), order: index + 1 }, facts),
    ),
    ...createdNow(facts),
  }
}
