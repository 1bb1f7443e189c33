/**
 * The root mean square error (levels), the bias (levels) and the coverage of the 90 % interval
 * (0-1), at the end of some weeks.
 */
export type AccuracyRow = {
  readonly rmse: { readonly week1: number; readonly week4: number; readonly week12: number; readonly week24: number }
  readonly biasWeek12: number
  readonly coverage: { readonly week4: number; readonly week12: number; readonly week24: number }
}

/**
 * How the synthetic athletes differ from what the filter assumes, and the published results for 300
 * of them.
 */
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
  /** The true slope of ln(max reps) per level. */
  readonly slope: number
  readonly published: AccuracyRow
}

const exact = { underReportedReps: 0, libraryDeviation: 0, ratedShare: 0.7, levelsPerWeek: 0.02, slope: 1 }
const underReported = { ...exact, underReportedReps: 0.95 }
const realistic = { ...underReported, libraryDeviation: 0.25 }

const published = (rmse: [number, number, number, number], biasWeek12: number, coverage: [number, number, number]) => ({
  rmse: { week1: rmse[0], week4: rmse[1], week12: rmse[2], week24: rmse[3] },
  biasWeek12,
  coverage: { week4: coverage[0], week12: coverage[1], week24: coverage[2] },
})

/**
 * Athletes who under-report effort, and a library that is not exact: the scenario on which rules
 * are compared.
 */
export const realisticScenario: Scenario = {
  ...realistic,
  id: 'C',
  title: 'B + library error SD 0.25',
  published: published([0.64, 0.2, 0.18, 0.18], -0.14, [0.91, 0.96, 0.96]),
}

export const scenarios: readonly Scenario[] = [
  {
    ...exact,
    id: 'A',
    title: 'exact library, honest RIR',
    published: published([0.65, 0.13, 0.08, 0.08], 0, [0.98, 1, 1]),
  },
  {
    ...underReported,
    id: 'B',
    title: 'RIR under-reported by 0.95',
    published: published([0.67, 0.17, 0.12, 0.13], -0.08, [0.95, 1, 1]),
  },
  realisticScenario,
  {
    ...realistic,
    ratedShare: 0,
    id: 'D',
    title: 'C + no RPE at all',
    published: published([0.9, 0.49, 0.24, 0.16], -0.03, [0.76, 0.9, 0.99]),
  },
  {
    ...realistic,
    levelsPerWeek: 0.1,
    id: 'E',
    title: 'C + fast learners',
    published: published([0.63, 0.23, 0.25, 0.22], -0.21, [0.89, 0.81, 0.83]),
  },
  {
    ...realistic,
    slope: 0.7,
    id: 'F',
    title: 'C, true slope 0.7',
    published: published([0.68, 0.3, 0.28, 0.28], -0.25, [0.72, 0.73, 0.73]),
  },
  {
    ...realistic,
    slope: 1.4,
    id: 'G',
    title: 'C, true slope 1.4',
    published: published([0.59, 0.18, 0.12, 0.14], -0.05, [0.98, 1, 0.98]),
  },
]
