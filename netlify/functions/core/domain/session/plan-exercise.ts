import { byKey } from '#domain/library/by-key.js'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import { metricFault, setsFaults } from '#domain/library/sets-faults.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { setsInDeload } from '#domain/progression/deload-week.js'
import type { Fault } from '#domain/refusal.js'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { createdNow, type Moment, type SessionExercise } from './session.js'
import type { PlanExercise, PlannedWork, TrainedExercise } from './session-exercise.schema.js'

/** What a library or an athlete prescribes once; how much harder than that is a question of the day. */
type Prescribed = Omit<PlannedWork, 'modifier' | 'group'>

/** A library exercise with the athlete's own prescription; null means "the library's default". */
export type PlannableExercise = {
  readonly exercise: TrainedExercise
  readonly formerSlugs?: readonly string[]
  /** Difficulty on the level axis, 0 to 6. */
  readonly difficulty: number
  /** Share of the body mass that it moves, 0-1. */
  readonly bodyMassFraction?: number
  readonly defaults: Prescribed
  readonly personal: { readonly [Field in keyof Prescribed]: Prescribed[Field] | null }
}

/** When an exercise is planned, whether its day lies in a deload, and the body mass of that day. */
export type ExercisePlanningMoment = Pick<Moment, 'now' | 'rules'> & {
  readonly inDeload?: boolean
  readonly bodyMassKg?: number | null
}

/** The exercises that a request names, by id, slug and former slug. */
export type Plannable = ReadonlyMap<string, PlannableExercise>

/** Keys exercises by id, slug and former slug. */
export function plannableByKey(items: readonly PlannableExercise[]): Plannable {
  return byKey(items, ({ exercise, formerSlugs }) => ({ ...exercise, formerSlugs }))
}

/**
 * Lists what is wrong with a request at `pointer`: an unknown exercise, sets of the wrong metric,
 * or a tempo that does not suit the exercise.
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
 * Lists the sets and tempo that do not suit what the exercise counts: `hold` is the tempo of holds,
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
 * Plans an exercise for a session with what the request gives, else what the athlete has set, else
 * what the library says; in a deload with half of the sets, unless the request gives them. Check it
 * with `planFaults` first.
 *
 * @throws Error when the library does not have it.
 */
export function planExercise(
  request: PlanExercise,
  library: Plannable,
  place: { readonly id: SessionExerciseId; readonly order: number },
  moment: ExercisePlanningMoment,
): SessionExercise {
  const found = library.get(request.exercise)
  if (!found) throw new Error(`exercise ${request.exercise} is not in the library`)
  const { exercise, difficulty, defaults, bodyMassFraction = null } = found
  return {
    ...place,
    exercise,
    planned: plannedWork(request, found, moment),
    plannedFrom: request.sets ? 'given' : 'working',
    actual: { sets: null, tempo: null, restSeconds: null, notes: null },
    completed: false,
    libraryStandard: { sets: defaults.sets, difficulty, bodyMassFraction, bodyMassKg: moment.bodyMassKg ?? null },
    standard: null,
    ...createdNow(moment),
    sets: [],
  }
}

function plannedWork(
  given: PlanExercise,
  { personal, defaults }: PlannableExercise,
  { inDeload, rules }: ExercisePlanningMoment,
): PlannedWork {
  const own = personal.sets ?? defaults.sets
  return {
    sets: given.sets ?? (inDeload ? own.slice(0, setsInDeload(own.length, rules)) : own),
    modifier: given.modifier ?? 'none',
    tempo: given.tempo ?? personal.tempo ?? defaults.tempo,
    restSeconds: given.restSeconds ?? personal.restSeconds ?? defaults.restSeconds,
    notes: given.notes ?? personal.notes ?? defaults.notes,
    group: given.group ?? null,
  }
}
