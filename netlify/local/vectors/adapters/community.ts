import * as z from 'zod'
import { goalEta } from '#domain/goal/goal-eta.js'
import { ranking } from '#domain/leaderboard/ranking.js'
import { allometricReps, effortPoints, improvement } from '#domain/leaderboard/scores.js'
import { geometricNoise } from '#domain/privacy/geometric-noise.js'
import { kAnonymizeClasses } from '#domain/privacy/k-anonymize.js'
import { adapter, optional, real, whole } from '../adapter.js'
import { eachItem, fields, items } from '../shape.js'

const noProjection = {
  slope: null,
  current: null,
  eta_days: null,
  optimistic: null,
  pessimistic: null,
  on_track: null,
}

const eta = adapter(
  z.object({ points: z.array(z.tuple([whole, real])), target: real, today: whole, deadline: optional(whole) }),
  fields({ slope: 'fine', current: 'fine' }),
  ({ points, ...rest }, rules) => {
    const goal = goalEta({ ...rest, points: points.map(([day, value]) => ({ day, value })) }, rules)
    if (!('slope' in goal)) return { ...noProjection, status: goal.status }
    const known = { status: goal.status, slope: goal.slope, current: goal.current, on_track: goal.onTrack }
    if (goal.status !== 'projected') return { ...noProjection, ...known }
    return { ...known, eta_days: goal.etaDays, optimistic: goal.optimisticDays, pessimistic: goal.pessimisticDays }
  },
)

const allometric = adapter(z.object({ reps: whole, body_mass: real }), 'coarse', ({ reps, body_mass }, rules) =>
  allometricReps(reps, body_mass, rules),
)

const effortPointsAdapter = adapter(z.object({ sets: z.array(z.tuple([whole, whole])) }), 'coarse', ({ sets }, rules) =>
  effortPoints(
    sets.map(([planned, actual]) => ({ planned, actual })),
    rules,
  ),
)

const improvementAdapter = adapter(
  z.object({ m0: real, P0: real, m1: real, P1: real }),
  fields({ gain_percent: 'coarse', rank_value: 'coarse' }),
  ({ m0, P0, m1, P1 }, rules) => {
    const { gainPercent, rankValue } = improvement({ mean: m0, variance: P0 }, { mean: m1, variance: P1 }, rules)
    return { gain_percent: gainPercent, rank_value: rankValue }
  },
)

const rankingAdapter = adapter(
  z.object({ entries: z.array(z.tuple([z.string(), real])) }),
  eachItem(items('exact', 'exact', 'coarse')),
  ({ entries }, rules) =>
    ranking(
      entries.map(([alias, score]) => ({ alias, score })),
      rules,
    ).map(({ rank, alias, score }) => [rank, alias, score]),
)

const kAnonymizeAdapter = adapter(
  z.object({ classes: z.array(z.tuple([z.string(), z.string(), z.string(), whole])), k: whole }),
  fields({ kept: 'exact', suppressed: 'exact', classes: eachItem(items(eachItem('exact'), 'exact')) }),
  ({ classes, k }) => {
    const counted = classes.map(([age, sex, region, rows]) => ({ values: [age, sex, region], rows }))
    const { classes: remaining, ...numbers } = kAnonymizeClasses(counted, k)
    return { ...numbers, classes: remaining.map(({ values, rows }) => [values, rows]) }
  },
)

const noise = adapter(
  z.object({ epsilon: real, sensitivity: whole, u1: real, u2: real }),
  fields({ noise: 'exact', sd: 'fine' }),
  ({ epsilon, sensitivity, u1, u2 }, rules) => {
    const { noise, deviation } = geometricNoise({ epsilon, sensitivity }, [u1, u2], rules)
    return { noise, sd: deviation }
  },
)

export const communityAdapters = {
  eta,
  allometric,
  effort_points: effortPointsAdapter,
  improvement: improvementAdapter,
  ranking: rankingAdapter,
  k_anonymize: kAnonymizeAdapter,
  geometric_noise: noise,
}
