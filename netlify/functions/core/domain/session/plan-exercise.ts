import type { SetPrescription } from '#domain/library/sets.schema.js'
import { metricFault, setsFaults } from '#domain/library/sets-faults.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { setsInDeload } from '#domain/progression/deload-week.js'
import type { Fault } from '#domain/refusal.js'
import { createdNow, type Facts, type SessionExercise } from './session.js'
import type { PlanExercise, PlannedWork, TrainedExercise } from './session-exercise.schema.js'

/** A library exercise with what an athlete has made of it: null means "as the library has it". */
export type PlannableExercise = {
  readonly exercise: TrainedExercise
  /** Place on the axis of difficulty, 0 to 6. */
  readonly difficulty: number
  readonly defaults: PlannedWork
  readonly personal: { readonly [Field in keyof PlannedWork]: PlannedWork[Field] | null }
}

/** When an exercise is planned, and whether for a day of a deload. */
export type ExercisePlanningFacts = Pick<Facts, 'now' | 'rules'> & { readonly inDeload?: boolean }

/** The library by id and by slug, as far as a request names it. */
export type Plannable = ReadonlyMap<string, PlannableExercise>

/** Keys exercises by id and by slug. */
export function plannableByKey(items: readonly PlannableExercise[]): Plannable {
  return new Map(items.flatMap((item) => [item.exercise.id, item.exercise.slug].map((key) => [key, item])))
}

/**
 * What is wrong with a request at `pointer`: an unknown exercise, sets of the wrong metric, a tempo
 * that does not suit it.
 */
export function planFaults(request: PlanExercise, library: Plannable, pointer: string): Fault[] {
  const found = library.get(request.exercise)
  if (found) return metricFaults(request, found.exercise.metric, pointer)
  const detail = 'is not an exercise of the library'
  return [{ pointer: `${pointer}/exercise`, code: 'EXERCISE_NOT_FOUND', detail }]
}

type MetricNamed = {
  readonly sets?: readonly SetPrescription[] | undefined
  readonly tempo?: string | null | undefined
}

/**
 * Faults where sets or tempo do not suit what the exercise counts: `hold` is the tempo of holds,
 * and of nothing else.
 */
export function metricFaults({ sets, tempo }: MetricNamed, metric: Metric, pointer: string): Fault[] {
  const tempoSuits = typeof tempo !== 'string' || (tempo === 'hold') === (metric === 'duration')
  return [
    ...setsFaults(sets, metric, `${pointer}/sets`),
    ...(tempoSuits ? [] : [metricFault(metric, `${pointer}/tempo`)]),
  ]
}

/**
 * The exercise as it stands in a new session: what the request gives, else what the athlete has
 * set, else what the library says; in a deload with half of the sets, unless the request gives
 * them. It must have been checked for `planFaults`.
 *
 * @throws Error when the library does not have it.
 */
export function planExercise(
  request: PlanExercise,
  library: Plannable,
  place: { readonly id: string; readonly order: number },
  facts: ExercisePlanningFacts,
): SessionExercise {
  const found = library.get(request.exercise)
  if (!found) throw new Error(`exercise ${request.exercise} is not in the library`)
  const { exercise, difficulty, defaults } = found
  return {
    ...place,
    exercise,
    planned: plannedWork(request, found, facts),
    plannedFrom: request.sets ? 'given' : 'working',
    actual: { sets: null, tempo: null, restSeconds: null, notes: null },
    completed: false,
    libraryStandard: { sets: defaults.sets, difficulty },
    standard: null,
    ...createdNow(facts),
    sets: [],
  }
}

function plannedWork(
  given: PlanExercise,
  { personal, defaults }: PlannableExercise,
  { inDeload, rules }: ExercisePlanningFacts,
): PlannedWork {
  const own = personal.sets ?? defaults.sets
  return {
    sets: given.sets ?? (inDeload ? own.slice(0, setsInDeload(own.length, rules)) : own),
    tempo: given.tempo ?? personal.tempo ?? defaults.tempo,
    restSeconds: given.restSeconds ?? personal.restSeconds ?? defaults.restSeconds,
    notes: given.notes ?? personal.notes ?? defaults.notes,
  }
}
