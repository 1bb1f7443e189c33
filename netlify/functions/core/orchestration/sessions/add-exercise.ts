import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { differingItem } from '#domain/session/differing-plan.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { planAnother } from '#domain/session/plan-session.js'
import type { Session } from '#domain/session/session.js'
import { PlanExercise, SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { differingParameters } from '#domain/values/differing-fields.js'
import { SessionExerciseId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { findBodyMassOfSession } from '#queries/body-mass-entries.js'
import { listDeloads } from '#queries/deloads.js'
import { findSession, findSessionOfExercise } from '#queries/workout-sessions.js'
import { changeLoaded, type Decide } from './support/change-loaded.js'
import { changeTrainedSession } from './support/change-trained-session.js'
import { findRequested } from './support/find-requested.js'
import { loadedFrom } from './support/load-session.js'
import { presentExercise } from './support/present-session.js'
import { SessionPath } from './support/schemas.js'

export const addExercise = command({
  id: 'sessions.addExercise',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises', status: 201 },
  summary: 'Add an exercise to a session',
  description:
    'Adds an exercise at the end of a session. One that is added to a completed session was forgotten there: its sets can be ' +
    'logged then, and decisions follow as if it had been there before. `If-Match` names the version of the session.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: PlanExercise },
  output: SessionExerciseAnswer,
  refusals: [
    'SESSION_NOT_FOUND',
    'SESSION_NOT_OPEN',
    'SESSION_FULL',
    'METRIC_MISMATCH',
    'ID_TAKEN',
    'VERSION_MISMATCH',
  ],
  existing: async (context, { params, body }) => {
    const { id } = body
    if (id === undefined) return null
    const userId = context.athleteId
    const [found, plannable] = await context.readAll([
      findSessionOfExercise({ userId, id }),
      findRequested(userId, [body]),
    ])
    if (found === null) return null
    const item = exerciseOf(found.session, id)
    const planned = { exercise: item.exercise, ...item.planned }
    return {
      output: presentExercise(item),
      differing: [
        ...differingParameters(params, { sessionId: found.session.id }),
        ...differingItem(body, planned, plannableByKey(plannable?.exercises ?? [])),
      ],
    }
  },
  run: async (context, { params, body }) => {
    const userId = context.athleteId
    const { sessionId } = params
    const [found, plannable, deloads, bodyMassKg] = await context.readAll([
      findSession({ userId, id: sessionId }),
      findRequested(userId, [body]),
      listDeloads({ userId, endingFrom: todayAnywhere(context.now).from }),
      findBodyMassOfSession({ userId, sessionId }),
    ])
    const library = plannableByKey(plannable?.exercises ?? [])
    const id = body.id ?? context.newId(SessionExerciseId)
    const add: Decide = (session, moment) => {
      expectVersion(context, session)
      return planAnother(session, { ...body, id }, library, { ...moment, deloads, bodyMassKg })
    }
    const present = (session: Session) => presentExercise(exerciseOf(session, id))
    const loaded = loadedFrom(context, found)
    // decisions rest on completed sessions alone
    if (loaded.session.status === 'completed') return changeTrainedSession(context, sessionId, add, present)
    return changeLoaded(context, loaded, add, present)
  },
})
