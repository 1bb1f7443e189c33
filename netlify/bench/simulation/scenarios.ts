import type { EstimatorName } from './estimators.js'

/** Published results: RMSE (levels) and coverage of the 90 % interval (0-1) in week 12, RMSE in week 24. */
export type PublishedRow = {
  readonly week12: number
  /** Null for a rating without an interval. */
  readonly coverage12: number | null
  readonly week24: number
}

/** How the synthetic athletes differ from what an estimator assumes, and what was published for them. */
export type Scenario = {
  readonly id: string
  readonly title: string
  /** How many reps in reserve too few athletes report (Halperin 2022: 0.95). */
  readonly underReportedReps: number
  /** The standard deviation of the error in the library's difficulties, in levels. */
  readonly libraryDeviation: number
  /** The share of sets that are rated. */
  readonly ratedShare: number
  readonly levelsPerWeek: number
  /** The weeks after which nobody improves any more. */
  readonly weeksOfGrowth: number
  /** The true slope of ln(max reps) per level. */
  readonly slope: number
  /** The share of sets that are typed ten times too large. */
  readonly mistypedShare: number
  readonly published: Readonly<Record<EstimatorName, PublishedRow>>
}

const exact = {
  underReportedReps: 0,
  libraryDeviation: 0,
  ratedShare: 0.7,
  levelsPerWeek: 0.02,
  weeksOfGrowth: Number.POSITIVE_INFINITY,
  slope: 1,
  mistypedShare: 0,
}
const underReported = { ...exact, underReportedReps: 0.95 }
const realistic = { ...underReported, libraryDeviation: 0.25 }

type Triple = [week12: number, coverage12: number, week24: number]

const published = (first: Triple, elo: [week12: number, week24: number], second: Triple): Scenario['published'] => ({
  'one-gaussian': { week12: first[0], coverage12: first[1], week24: first[2] },
  elo: { week12: elo[0], coverage12: null, week24: elo[1] },
  'two-hypotheses': { week12: second[0], coverage12: second[1], week24: second[2] },
})

/**
 * Athletes who under-report effort, and a library that is not exact: the scenario on which rules
 * are compared.
 */
export const realisticScenario: Scenario = {
  ...realistic,
  id: 'C',
  title: 'B and library error 0.25',
  published: published([0.241, 0.82, 0.243], [0.261, 0.235], [0.166, 0.86, 0.153]),
}

export const scenarios: readonly Scenario[] = [
  {
    ...exact,
    id: 'A',
    title: 'exact library, honest reserve',
    published: published([0.086, 1, 0.085], [0.387, 0.333], [0.086, 0.98, 0.084]),
  },
  {
    ...underReported,
    id: 'B',
    title: 'reserve under-reported by 0.95',
    published: published([0.127, 0.99, 0.124], [0.374, 0.326], [0.079, 0.98, 0.077]),
  },
  realisticScenario,
  {
    ...realistic,
    ratedShare: 0,
    id: 'D',
    title: 'C and no RPE at all',
    published: published([0.254, 0.88, 0.191], [0.252, 0.197], [0.196, 0.92, 0.222]),
  },
  {
    ...realistic,
    levelsPerWeek: 0.1,
    id: 'E',
    title: 'C, fast learners',
    published: published([0.308, 0.7, 0.265], [0.245, 0.236], [0.202, 0.82, 0.155]),
  },
  {
    ...realistic,
    slope: 0.7,
    id: 'F',
    title: 'C, true slope 0.7',
    published: published([0.328, 0.64, 0.326], [0.244, 0.226], [0.221, 0.71, 0.201]),
  },
  {
    ...realistic,
    slope: 1.4,
    id: 'G',
    title: 'C, true slope 1.4',
    published: published([0.202, 0.89, 0.204], [0.266, 0.232], [0.16, 0.91, 0.17]),
  },
  {
    ...realistic,
    mistypedShare: 0.01,
    id: 'H',
    title: 'C, 1 % typed ten times too large',
    published: published([0.236, 0.82, 0.241], [0.264, 0.234], [0.167, 0.86, 0.164]),
  },
  {
    ...realistic,
    levelsPerWeek: 0,
    id: 'I',
    title: 'C, nobody improves',
    published: published([0.193, 0.9, 0.186], [0.354, 0.374], [0.162, 0.88, 0.171]),
  },
  {
    ...realistic,
    levelsPerWeek: 0.08,
    weeksOfGrowth: 8,
    id: 'J',
    title: 'C, 0.08 a week for 8 weeks',
    published: published([0.21, 0.89, 0.199], [0.272, 0.34], [0.155, 0.9, 0.161]),
  },
]
