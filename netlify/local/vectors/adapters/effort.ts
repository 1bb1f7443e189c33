import * as z from 'zod'
import { estimateMax } from '#domain/effort/estimate-max.js'
import { setFailed } from '#domain/effort/performed-set.js'
import { setLoad } from '#domain/effort/set-load.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { adapter, metric, optional, real, whole, withDefault } from '../adapter.js'
import { fields } from '../shape.js'

/**
 * A performed set in the files' form; without a verdict of its own, the plan decides whether it
 * failed.
 */
export const performedSet = z.object({
  metric,
  actual: whole,
  rpe: optional(real),
  planned: optional(whole),
  failed: optional(z.boolean()),
})

/** Turns a performed set from the files' form into the domain's. */
export function toPerformedSet(
  { metric, actual, rpe, planned, failed }: z.output<typeof performedSet>,
  rules: TrainingRules,
) {
  return { metric, actual, rpe, failed: failed ?? setFailed(actual, planned, rpe, rules) }
}

const estMax = adapter(performedSet, fields({ estimate: 'coarse', lower_bound_only: 'exact' }), (set, rules) => {
  const { estimate, lowerBoundOnly } = estimateMax(toPerformedSet(set, rules), rules)
  return { estimate, lower_bound_only: lowerBoundOnly }
})

const loadedSet = z.object({
  body_mass_fraction: real,
  body_mass: real,
  added: withDefault(real, 0),
  reps: optional(whole),
  duration: optional(whole),
  tempo: z.string(),
})

const setLoadAdapter = adapter(
  loadedSet,
  fields({ volume_load_kg_reps: 'coarse', time_load_kg_s: 'coarse' }),
  (set, rules) => {
    const load = setLoad(
      {
        bodyMassFraction: set.body_mass_fraction,
        bodyMassKg: set.body_mass,
        addedKg: set.added,
        tempo: set.tempo,
        amount: set.reps === null ? { durationSeconds: z.int().parse(set.duration) } : { reps: set.reps },
      },
      rules,
    )
    return { volume_load_kg_reps: load.volumeLoadKgReps, time_load_kg_s: load.timeLoadKgSeconds }
  },
)

export const effortAdapters = { est_max: estMax, set_load: setLoadAdapter }
