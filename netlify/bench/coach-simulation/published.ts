import type { Measures } from './measures.js'

type Published = Readonly<Record<string, Partial<Measures>>>

const columns = ['former', 'RR style', 'RR, one short', 'random', 'coach, exact', 'coach, reserve rule'] as const

/** What was published for ten athletes, twenty seeds and twelve weeks, in the order of the columns. */
const values: Readonly<Partial<Record<keyof Measures, readonly number[]>>> = {
  gained: [0.271, 0.398, 0.394, 0.316, 0.416, 0.449],
  push: [0.206, 0.428, 0.424, 0.349, 0.421, 0.453],
  pull: [0.295, 0.316, 0.312, 0.254, 0.358, 0.387],
  legs: [0.311, 0.451, 0.447, 0.344, 0.469, 0.507],
  core: [0.243, 0.235, 0.235, 0.316, 0.286, 0.305],
  effective: [29, 25, 48, 10, 52, 74],
  easy: [39, 24, 29, 41, 17, 7],
  failed: [13, 31.9, 3.4, 41.2, 6.4, 1.4],
  farBelow: [7.2, 0, 0, 1.5, 0, 0],
  weeksInRange: [30, 58, 53, 31, 53, 74],
  weeksAboveCap: [4.2, 0, 0, 3.2, 0.6, 3],
  exercises: [26, 19, 19, 72, 18, 17],
  rungs: [10.8, 7.6, 8.4, 28.1, 14.4, 13.4],
  spikes: [7.1, 7, 7.1, 6.5, 0.7, 4.3],
  largeSpikes: [2.19, 0.74, 0.74, 3.5, 0.07, 0.18],
  barredSets: [7.5, 7.7, 7.7, 10.3, 0, 0],
  overTime: [0, 0, 0, 0, 0, 0],
  emptyDays: [0, 0, 0, 0, 0, 0],
  pushPullDifference: [2.5, 1.1, 1.1, 3.9, 0.8, 0.4],
  twoDaysRunning: [10.2, 0, 0, 8.8, 0, 0],
  sessions: [40, 34, 34, 40, 39, 39],
  sets: [631, 586, 589, 665, 571, 601],
  estimateError: [0.19, 0.15, 0.16, 0.17, 0.15, 0.15],
}

/** The published means by policy and measure. */
export const publishedMeans: Published = Object.fromEntries(
  columns.map((column, at) => [
    column,
    Object.fromEntries(Object.entries(values).map(([measure, all]) => [measure, all?.[at]])),
  ]),
)
