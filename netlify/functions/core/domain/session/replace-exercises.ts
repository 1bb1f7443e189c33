import { countSets } from '#domain/effort/set-counts.js'
import { otherContent, refuseFaults } from '#domain/refusal.js'
import { SessionExerciseId } from '#domain/values/id.schema.js'
import { patched } from '#domain/values/same-value.js'
import { keyOf, type Matched, matchExercises } from './match-document.js'
import { metricFaults, type Plannable, planExercise, planFaults } from './plan-exercise.js'
import { foldOrRefuse } from './refused-at.js'
import { replaceSets, type SetsMoment } from './replace-sets.js'
import type { Session, SessionExercise } from './session.js'
import type { ExerciseDocument } from './session-document.schema.js'
import { arrangeExercises, editExercise, exerciseOf, withExercise } from './session-exercises.js'
import { assertBegun } from './session-rules.js'
import { settled } from './set-rules.js'

/** What exercises need to know that are planned with others. */
export type ExercisesMoment = SetsMoment & {
  readonly library: Plannable
  readonly inDeload: boolean
  /** The athlete's body mass as of the day of the session, in kilograms; null when none is known. */
  readonly bodyMassKg: number | null
}

/**
 * Gives a session exactly these exercises, in this order, as they are planned: those that are new are
 * planned, and the others go with their sets. Refuses with INVALID_INPUT, METRIC_MISMATCH, ID_TAKEN, and
 * as `arrangeExercises` does; faults are at `/exercises/1`.
 */
export function planExercises(session: Session, items: readonly ExerciseDocument[], moment: ExercisesMoment): Session {
  const matched = matchExercises(items, session.exercises, moment.library)
  const planned = foldOrRefuse<Matched<ExerciseDocument, SessionExercise>, readonly SessionExercise[]>(
    matched,
    [],
    (list, one) => [...list, plannedFrom(one, list.length + 1, moment)],
    '/exercises',
  )
  return arrangeExercises(session, planned)
}

function plannedFrom(
  { item, stored }: Matched<ExerciseDocument, SessionExercise>,
  order: number,
  moment: ExercisesMoment,
): SessionExercise {
  const { library, newId } = moment
  const { sets, modifier, tempo, restSeconds, notes } = item.planned ?? {}
  const exercise = keyOf(item)
  refuseFaults(planFaults({ exercise }, library, ''))
  if (stored) {
    if (library.get(exercise)?.exercise.id !== stored.exercise.id) throw otherContent([{ pointer: '/exercise' }])
    return stored
  }
  const given = {
    exercise,
    sets,
    modifier,
    tempo: tempo ?? undefined,
    restSeconds: restSeconds ?? undefined,
    notes: notes ?? undefined,
  }
  const fresh = planExercise(given, library, { id: item.id ?? newId(SessionExerciseId), order }, moment)
  refuseFaults(metricFaults(item.planned ?? {}, fresh.exercise.metric, '/planned'))
  return { ...fresh, planned: patched(fresh.planned, item.planned ?? {}) }
}

/**
 * Writes down what was done of exercises: changes of the plan, sets, and what is said of them besides.
 * Refuses as single requests do; faults are at `/exercises/1/sets/3`.
 */
export function trainExercises(session: Session, items: readonly ExerciseDocument[], moment: ExercisesMoment): Session {
  const matched = matchExercises(items, session.exercises, moment.library)
  return foldOrRefuse(matched, session, (state, one) => withTraining(state, one, moment), '/exercises')
}

function withTraining(
  session: Session,
  { item, stored }: Matched<ExerciseDocument, SessionExercise>,
  moment: ExercisesMoment,
): Session {
  if (!stored) throw new Error('exercises are planned before they are trained')
  const { planned = {}, actual: { sets: _, ...actual } = {} } = item
  const edited = editExercise(session, stored.id, {
    // what says nothing new changes no plan, so it is said of a completed session as well
    ...(patched(stored.planned, planned) === stored.planned ? {} : { planned }),
    ...(patched(stored.actual, actual) === stored.actual ? {} : { actual }),
  })
  return finished(withGivenSets(edited, stored.id, item, moment), stored.id, item)
}

function withGivenSets(
  session: Session,
  id: SessionExerciseId,
  { sets }: ExerciseDocument,
  moment: ExercisesMoment,
): Session {
  const before = exerciseOf(session, id)
  if (sets === undefined || (sets.length === 0 && before.sets.length === 0)) return session
  const after = replaceSets(before, sets, moment)
  if (after === before) return session
  assertBegun(session)
  const isLonger = after.sets.some((set) => !before.sets.some((other) => other.id === set.id))
  return withExercise(session, session.status === 'completed' && isLonger ? settled(after) : after)
}

/**
 * Marks an exercise as done or not. Where a session is completed, one whose planned sets are all logged
 * is done whatever is said: that nothing was said looks the same.
 */
function finished(session: Session, id: SessionExerciseId, { completed }: ExerciseDocument): Session {
  const { completed: before, sets, planned } = exerciseOf(session, id)
  if (completed === undefined || completed === before) return session
  const isSettled = session.status === 'completed' && countSets(sets) >= planned.sets.length
  return isSettled && !completed ? session : editExercise(session, id, { completed })
}
