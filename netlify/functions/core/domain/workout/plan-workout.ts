import { type DomainEvent, event } from '#domain/event/event.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { refuse } from '#domain/refusal.js'
import { type PlannableExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import { type PlanningMoment, planSession } from '#domain/session/plan-session.js'
import type { PlannedSession } from '#domain/session/session.js'
import type { PlanSession } from '#domain/session/session.schema.js'
import { planningEvents } from '#domain/session/session-events.js'
import type { ExerciseId, NewId, SessionId } from '#domain/values/id.schema.js'
import { recommendWorkout } from './recommend-workout.js'
import { minutesOf, type Pace } from './set-time.js'
import type { RecommendedExercise, WorkoutFacts, WorkoutRequest } from './workout.js'

/**
 * The id of the session to plan, if the client chose one, its day, today when left out, and its
 * time.
 */
type When = Pick<PlanSession, 'id' | 'time'> & { readonly date?: string | undefined }

/**
 * Plans a session from the workout of a day. An event keeps what was recommended, with scores and
 * probabilities. Refuses with NOTHING_TO_RECOMMEND when no exercise fits the request.
 */
export function planWorkout(
  request: WorkoutRequest,
  { id, date, time }: When,
  facts: WorkoutFacts,
  planning: PlanningMoment & { readonly newId: NewId },
): { readonly session: PlannedSession; readonly events: readonly DomainEvent[] } {
  const { exercises } = recommendWorkout(request, facts, planning.rules)
  if (exercises.length === 0) {
    refuse('NOTHING_TO_RECOMMEND', 'Nothing fits this request: see what was left out, and why.')
  }
  const plan = {
    id,
    date: date ?? facts.today,
    time,
    durationMinutes: Math.ceil(minutesOf(exercises)),
    exercises: exercises.map(({ exercise, targets }) => planItemOf(exercise, targets)),
  }
  const plannable = plannableByKey(exercises.map(({ exercise }) => plannableOf(exercise, facts.paces)))
  const session = planSession(plan, plannable, planning)
  return {
    session,
    events: [...planningEvents(session, planning), recommendedEvent(session.id, facts.today, exercises, planning)],
  }
}

/** Makes an exercise an item of a plan, with targets in reps or seconds. */
export function planItemOf({ slug, metric }: LibraryFacts, targets: readonly number[]) {
  return { exercise: slug, sets: setPrescriptions(targets, metric) }
}

/**
 * Returns a library exercise in the form in which a session is planned; the plan gives its sets.
 */
export function plannableOf(facts: LibraryFacts, paces: ReadonlyMap<ExerciseId, Pace>): PlannableExercise {
  const { id, slug, name, category, metric, unilateral, difficulty, defaults, tempo } = facts
  const pace = paces.get(id) ?? { tempo: null, restSeconds: null, notes: null }
  return {
    exercise: { id, slug, name, category, metric, unilateral },
    difficulty,
    defaults: { sets: setPrescriptions(defaults, metric), tempo, restSeconds: null, notes: null },
    personal: { sets: null, ...pace },
  }
}

function recommendedEvent(
  sessionId: SessionId,
  on: string,
  exercises: readonly RecommendedExercise[],
  { now, rules }: PlanningMoment,
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
