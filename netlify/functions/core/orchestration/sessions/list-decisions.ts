import * as z from 'zod'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { refuse } from '#domain/refusal.js'
import { expandQuery, inFullToo } from '#orchestration/expand.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { TrainingDecisionResource, TrainingVersion } from '#orchestration/training/decision.schema.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { findSessionDecisions } from '#queries/exercise-decisions.js'
import { SessionPath } from './support/schemas.js'

const ExpandableDecision = z
  .strictObject({
    ...TrainingDecisionResource.shape,
    exercise: z.union([TrainingDecisionResource.shape.exercise, ExerciseEntry]).meta({ description: inFullToo }),
  })
  .meta({ id: 'ExpandableDecision', description: 'A decision after a session, with everything it was made from' })

const Decisions = pageOf(ExpandableDecision)
  .extend({ version: TrainingVersion })
  .meta({ id: 'SessionDecisions', description: 'What follows from a session' })

export const listDecisions = query({
  id: 'sessions.listDecisions',
  http: { method: 'GET', path: '/sessions/{sessionId}/decisions', status: 200 },
  summary: 'List the decisions that follow from a session',
  description:
    'One for each exercise that was trained, as they stand now; none until the session is completed. The list is never longer ' +
    'than a page. A correction of this session or an earlier one counts as if it had been right from the start.',
  access: { scope: 'sessions:read' },
  input: { params: SessionPath, query: z.strictObject({ expand: expandQuery(['exercise']).exactOptional() }) },
  output: Decisions,
  exercisesAt: ['exercise'],
  refusals: ['SESSION_NOT_FOUND'],
  run: async (context, { params }) => {
    const found = await context.read(findSessionDecisions({ userId: context.athleteId, ...params }))
    const { version, decisions, exercises } = found ?? refuse('SESSION_NOT_FOUND', 'There is no such session.')
    const library = new Map(exercises.map((exercise) => [exercise.id, exercise]))
    return { ...wholeList(decisions.map((decision) => presentDecision(decision, library, context.ruleBook))), version }
  },
})
