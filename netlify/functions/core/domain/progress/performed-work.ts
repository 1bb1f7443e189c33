import type { LoggedSet } from '#domain/effort/set.schema.js'
import { countSets, isCounted, timesDone } from '#domain/effort/set-counts.js'
import { type SetLoad, setLoad, timeUnderTension } from '#domain/effort/set-load.js'
import type { Category, Metric } from '#domain/library/vocabulary.js'
import { type BodyMassEntry, bodyMassOn } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId, SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { mean, sum } from '#domain/values/statistics.js'

/** A set of a completed session, with all that its load is computed from. */
export type PerformedWork = Pick<LoggedSet, 'setNumber' | 'side' | 'kind' | 'amount' | 'rpe' | 'weightKg'> & {
  readonly setId: SetId
  readonly sessionId: SessionId
  readonly sessionExerciseId: SessionExerciseId
  readonly date: string
  readonly exerciseId: ExerciseId
  readonly category: Category
  readonly metric: Metric
  /** Whether sets are counted per side. */
  readonly unilateral: boolean
  /** The tempo of the set's session, else the planned one, else the library's. */
  readonly tempo: string
  readonly bodyMassFraction: number
  /** Whether it waits for review: it is work done, and the best of nothing. */
  readonly held: boolean
}

/**
 * Sums over sets. Loads are kg x reps and kg x seconds under tension. Warm-ups and drop sets are work
 * done like any other, and not among the sets (`countSets`), whose effort the mean RPE is of.
 */
export type WorkTotals = {
  readonly sets: number
  readonly reps: number
  readonly holdSeconds: number
  readonly timeUnderTensionSeconds: number
  readonly volumeLoadKgReps: number
  readonly timeLoadKgSeconds: number
  /** Mean RPE of the rated sets; null when none is rated. */
  readonly meanRpe: number | null
}

/** Computes the load of a set, at a body mass in kilograms. */
export function loadOf(work: PerformedWork, bodyMassKg: number, rules: TrainingRules): SetLoad {
  const { metric, tempo, bodyMassFraction, weightKg } = work
  const amount = amountDone(work)
  return setLoad(
    {
      bodyMassFraction,
      bodyMassKg,
      addedKg: weightKg ?? 0,
      tempo,
      amount: metric === 'reps' ? { reps: amount } : { durationSeconds: amount },
    },
    rules,
  )
}

/** Adds up sets, each with the body mass as of its day. */
export function totalsOf(
  work: readonly PerformedWork[],
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): WorkTotals {
  const loads = work.map((set) => loadOf(set, bodyMassOn(bodyMass, set.date, rules), rules))
  const rated = work.filter(isCounted).flatMap(({ rpe }) => (rpe === null ? [] : [rpe]))
  return {
    sets: setsIn(work),
    reps: sum(work.map((set) => (set.metric === 'reps' ? amountDone(set) : 0))),
    holdSeconds: sum(work.map((set) => (set.metric === 'duration' ? amountDone(set) : 0))),
    timeUnderTensionSeconds: sum(work.map((set) => secondsOf(set, rules))),
    volumeLoadKgReps: sum(loads.map(({ volumeLoadKgReps }) => volumeLoadKgReps ?? 0)),
    timeLoadKgSeconds: sum(loads.map(({ timeLoadKgSeconds }) => timeLoadKgSeconds)),
    meanRpe: mean(rated),
  }
}

/** Counts the sets of any number of exercises. */
export function setsIn(work: readonly PerformedWork[]): number {
  return sum([...Map.groupBy(work, ({ sessionExerciseId }) => sessionExerciseId).values()].map(countSets))
}

/** Returns the reps or seconds of a set, those of both sides where none is named. */
function amountDone(set: PerformedWork): number {
  return set.amount * timesDone(set, set.unilateral)
}

function secondsOf(set: PerformedWork, rules: TrainingRules): number {
  const amount = amountDone(set)
  return set.metric === 'duration' ? amount : timeUnderTension(amount, set.tempo, rules)
}
