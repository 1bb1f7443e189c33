import * as z from 'zod'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { overridingEvent } from '#domain/session/decision-events.js'
import { command } from '#orchestration/operation.js'
import { amendDecision, VersionedDecision } from './support/amend-decision.js'
import { SessionExercisePath } from './support/schemas.js'

const Override = z
  .strictObject({ sets: SetPrescriptions.meta({ description: 'The working sets to go on with' }) })
  .meta({ id: 'OverrideDecision', example: { sets: [{ reps: 6 }, { reps: 6 }, { reps: 6 }] } })

export const overrideDecision = command({
  id: 'sessions.overrideDecision',
  http: { method: 'PUT', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/decision', status: 200 },
  summary: 'Override a decision',
  description:
    "Puts the athlete's own working sets in place of those that were decided, between the exercise's start and its standard. " +
    'The override is a fact: it stands, whatever is corrected around it. `If-Match` names the version of the decisions.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath, body: Override },
  output: VersionedDecision,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SESSION_STATE', 'METRIC_MISMATCH', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    amendDecision(context, params, (session, exercise) => overridingEvent(session, exercise, body.sets, context)),
})
