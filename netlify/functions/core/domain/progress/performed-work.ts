import type { LoggedSet } from '#domain/effort/set.schema.js'
import { type SetLoad, setLoad, timeUnderTension } from '#domain/effort/set-load.js'
import type { Category, Metric } from '#domain/library/vocabulary.js'
import { type BodyMassEntry, bodyMassOn } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { mean, sum } from '#domain/values/statistics.js'

/** A set of a completed session, with all that its load is computed from. */
export type PerformedWork = Pick<LoggedSet, 'amount' | 'rpe' | 'weightKg'> & {
  readonly setId: SetId
  readonly sessionId: SessionId
  readonly date: string
  readonly exerciseId: ExerciseId
  readonly category: Category
  readonly metric: Metric
  /** The tempo of the set's session, else the planned one, else the library's. */
  readonly tempo: string
  readonly bodyMassFraction: number
}

/** Sums over sets. Loads are kg x reps and kg x seconds under tension. */
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
  const { metric, amount, tempo, bodyMassFraction, weightKg } = work
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
  const rated = work.flatMap(({ rpe }) => (rpe === null ? [] : [rpe]))
  return {
    sets: work.length,
    reps: sum(work.map(({ metric, amount }) => (metric === 'reps' ? amount : 0))),
    holdSeconds: sum(work.map(({ metric, amount }) => (metric === 'duration' ? amount : 0))),
    timeUnderTensionSeconds: sum(work.map((set) => secondsOf(set, rules))),
    volumeLoadKgReps: sum(loads.map(({ volumeLoadKgReps }) => volumeLoadKgReps ?? 0)),
    timeLoadKgSeconds: sum(loads.map(({ timeLoadKgSeconds }) => timeLoadKgSeconds)),
    meanRpe: mean(rated),
  }
}

function secondsOf({ metric, amount, tempo }: PerformedWork, rules: TrainingRules): number {
  return metric === 'duration' ? amount : timeUnderTension(amount, tempo, rules)
}
