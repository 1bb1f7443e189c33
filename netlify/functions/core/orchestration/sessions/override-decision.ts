import * as z from 'zod'
import { metricOf, SetPrescriptions, targetsOf } from '#domain/library/sets.schema.js'
import { refuse } from '#domain/refusal.js'
import { command } from '#orchestration/operation.js'
import { amendDecision, overriding, VersionedDecision } from './support/amend-decision.js'
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
    amendDecision(context, params, (exercise, trained) => {
      if (metricOf(body.sets) !== exercise.exercise.metric) {
        refuse('METRIC_MISMATCH', 'The sets are not of the metric of the exercise.', [
          { pointer: '/sets', code: 'METRIC_MISMATCH', detail: `the exercise counts ${exercise.exercise.metric}` },
        ])
      }
      return overriding(context, trained, exercise, targetsOf(body.sets))
    }),
})
