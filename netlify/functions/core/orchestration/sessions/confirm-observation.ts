import { confirmingEvent } from '#domain/session/decision-events.js'
import { command } from '#orchestration/operation.js'
import { amendDecision, VersionedDecision } from './support/amend-decision.js'
import { SessionExercisePath } from './support/schemas.js'

export const confirmObservation = command({
  id: 'sessions.confirmObservation',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/confirm', status: 200 },
  summary: 'Confirm a performance that was held for review',
  description:
    'A set far from what was known is held, as it may be a typing error; confirmed, it counts for the estimate of the ability. ' +
    'If it was an error, correct the set instead. `If-Match` names the version of the decisions.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath },
  output: VersionedDecision,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SESSION_STATE', 'VERSION_MISMATCH'],
  run: (context, { params }) =>
    amendDecision(context, params, (session, exercise) => confirmingEvent(session, exercise, context)),
})
