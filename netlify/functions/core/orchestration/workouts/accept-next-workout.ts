import { type DomainEvent, event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import { planningEvents } from '#domain/session/session-events.js'
import { recommendWorkout } from '#domain/workout/recommend-workout.js'
import type { RecommendedExercise } from '#domain/workout/workout.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { factsAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertStatements } from '#orchestration/sessions/support/save-session.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'
import { plannableOf } from './support/plannable-of.js'
import { minutesOf, planItemOf } from './support/present-workout.js'
import { readWorkoutFacts } from './support/read-workout-facts.js'
import { AcceptNextWorkout, workoutRequestOf } from './support/workout-request.schema.js'

export const acceptNextWorkout = command({
  id: 'workouts.acceptNext',
  http: { method: 'POST', path: '/me/next-workout/accept', status: 201 },
  summary: 'Plan what to train next',
  description:
    'Plans a session from the next workout of today with the same wishes; what was recommended, with scores and probabilities, is ' +
    'kept in the history.',
  access: { scope: 'sessions:write' },
  input: { body: AcceptNextWorkout },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'NOTHING_TO_RECOMMEND', 'ID_TAKEN'],
  location: ({ id }) => `/sessions/${id}`,
  run: async (context, { body }) => {
    const { training, facts, prescriptions } = await readWorkoutFacts(context)
    const { exercises } = recommendWorkout(
      workoutRequestOf(body, training.athlete.equipment, context.rules),
      facts,
      context.rules,
    )
    if (exercises.length === 0)
      refuse('NOTHING_TO_RECOMMEND', 'Nothing fits these wishes: see what was left out, and why.')
    const request = {
      id: body.id,
      date: body.date ?? facts.today,
      time: body.time,
      durationMinutes: Math.ceil(minutesOf(exercises)),
      exercises: exercises.map(planItemOf),
    }
    const plannable = plannableByKey(exercises.map(({ exercise }) => plannableOf(exercise, prescriptions)))
    const moment = factsAt(context, training.athlete.timeZone)
    const session = planSession(request, plannable, { ...moment, newId: context.newId })
    return {
      statements: insertStatements(context, session),
      events: [...planningEvents(session, moment), recommendedEvent(session.id, context, facts.today, exercises)],
      output: presentSession(session, moment),
    }
  },
})

function recommendedEvent(
  sessionId: string,
  { now, rules }: Pick<Context, 'now' | 'rules'>,
  on: string,
  exercises: readonly RecommendedExercise[],
): DomainEvent {
  return event('nextWorkout.recommended', sessionId, now, {
    on,
    rulesVersion: rules.version,
    exercises: exercises.map(({ exercise, score, propensity, targets }) => ({
      exerciseId: exercise.id,
      score,
      propensity,
      targets: [...targets],
    })),
  })
}
