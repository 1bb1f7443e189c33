import * as z from 'zod'
import { layoff } from '#domain/progression/layoff.js'
import { deload } from '#domain/recovery/deload.js'
import { readiness } from '#domain/recovery/readiness.js'
import { noFlagFacts } from '#domain/warnings/warning-flag.js'
import { warningFlags } from '#domain/warnings/warning-flags.js'
import { adapter, metric, optional, real, whole, withDefault } from '../adapter.js'
import { eachItem, fields } from '../shape.js'

const deloadAdapter = adapter(
  z.object({
    regress_7d: whole,
    weekly_rpe: z.array(real.nullable()),
    readiness: z.array(whole.nullable()),
    weeks_since_deload: whole,
    sets: z.array(whole),
  }),
  fields({ triggers: eachItem('exact'), sets: eachItem('exact') }),
  (input, rules) => {
    const { rpeCap, ...rest } = deload(
      {
        regressions7Days: input.regress_7d,
        weeklyRpe: input.weekly_rpe,
        readiness: input.readiness,
        weeksSinceDeload: input.weeks_since_deload,
        sets: input.sets,
      },
      rules,
    )
    return { ...rest, rpe_cap: rpeCap }
  },
)

const layoffAdapter = adapter(
  z.object({ metric, default: z.array(whole), working: z.array(whole), gap_days: whole }),
  fields({ factor: 'fine', working: eachItem('exact'), weekly_set_multipliers: eachItem('fine') }),
  (input, rules) => {
    const decision = layoff({ ...input, defaults: input.default, gapDays: input.gap_days }, rules)
    return {
      factor: decision.factor,
      working: decision.working,
      weekly_set_multipliers: decision.weeklySetMultipliers,
      retest: decision.retest,
      restart_at_prerequisite: decision.restartAtPrerequisite,
    }
  },
)

const item = optional(whole)

const readinessAdapter = adapter(
  z.object({
    sleep: item,
    fatigue: item,
    stress: item,
    soreness: item,
    rhr_z: optional(real),
    hrv_z: optional(real),
    pain_max_7d: item,
  }),
  fields({ score: 'exact', band: 'exact' }),
  ({ rhr_z, hrv_z, pain_max_7d, ...items }, rules) =>
    readiness({ ...items, restingHeartRateZ: rhr_z, heartRateVariabilityZ: hrv_z, painMax7Days: pain_max_7d }, rules),
)

const reals = optional(z.array(real))

const flagsAdapter = adapter(
  z.object({
    pain_7d: reals,
    pain_last3_same_site: reals,
    session_load: optional(real),
    prior30: reals,
    prior_last3: reals,
    monotony: optional(real),
    week_total: optional(real),
    own_4wk_mean: optional(real),
    strain: optional(real),
    strain_history: reals,
    ewma_ratio: optional(real),
    push_sets_28d: optional(whole),
    pull_sets_28d: optional(whole),
    left_right: optional(z.array(z.tuple([real, real]))),
    left_right_metric: withDefault(metric, 'reps'),
    perf_z: reals,
    rpe_same_work: reals,
  }),
  fields({ flags: eachItem(eachItem('exact')), overall: 'exact' }),
  (input, rules) => {
    const { flags, overall } = warningFlags(
      {
        ...noFlagFacts,
        pain7Days: input.pain_7d,
        painLast3SameSite: input.pain_last3_same_site,
        sessionLoad: input.session_load,
        prior30Days: input.prior30,
        priorLast3: input.prior_last3,
        monotony: input.monotony,
        weekTotal: input.week_total,
        own4WeekMean: input.own_4wk_mean,
        strain: input.strain,
        strainHistory: input.strain_history,
        ewmaRatio: input.ewma_ratio,
        pushSets28Days: input.push_sets_28d,
        pullSets28Days: input.pull_sets_28d,
        leftRight: input.left_right,
        leftRightMetric: input.left_right_metric,
        performanceZ: input.perf_z,
        rpeSameWork: input.rpe_same_work,
      },
      rules,
    )
    return { flags: flags.map(({ code, severity }) => [code, severity]), overall }
  },
)

export const recoveryAdapters = {
  deload: deloadAdapter,
  layoff: layoffAdapter,
  readiness: readinessAdapter,
  flags: flagsAdapter,
}
