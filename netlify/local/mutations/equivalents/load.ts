import type { Equivalent } from './equivalent.js'

export const loadEquivalents: readonly Equivalent[] = [
  {
    file: 'load/acute-chronic-ratio.ts',
    original: 'const acute = mean(dailyLoads.slice(-acuteDays)) ?? 0',
    changed: [
      'const acute = mean(dailyLoads.slice(-acuteDays)) ?? 1',
      'const acute = mean(dailyLoads.slice(-acuteDays)) ?? -1',
    ],
    reason: 'there are days to take the mean of',
  },
  {
    file: 'load/acute-chronic-ratio.ts',
    original: 'const start = mean(dailyLoads.slice(0, ewmaStartDays)) ?? 0',
    changed: [
      'const start = mean(dailyLoads.slice(0, ewmaStartDays)) ?? 1',
      'const start = mean(dailyLoads.slice(0, ewmaStartDays)) ?? -1',
    ],
    reason: 'there are days to take the mean of',
  },
  {
    file: 'load/body-mass.ts',
    original: 'let [low, high] = [0, entries.length]',
    changed: ['let [low, high] = [1, entries.length]', 'let [low, high] = [-1, entries.length]'],
    reason: 'the first entry speaks for the days before it as well',
  },
  {
    file: 'load/load-report.ts',
    original: 'const days = first && last ? effortByDay(sessions, first.from, last.to) : []',
    changed: ['const days = first || last ? effortByDay(sessions, first.from, last.to) : []'],
    reason: 'a list that has a first element has a last one',
  },
  {
    file: 'load/session-spike.ts',
    original: 'const upTo = (max: number) => ratio <= max + tolerance',
    changed: ['const upTo = (max: number) => ratio < max + tolerance'],
    reason: 'no ratio lies exactly a tolerance above',
  },
  {
    file: 'load/spikes.ts',
    original: 'return spikes.toSorted((a, b) => (a.date < b.date ? -1 : 1))',
    changed: [
      'return spikes.toSorted((a, b) => (a.date < b.date ? -2 : 1))',
      'return spikes.toSorted((a, b) => (a.date < b.date ? -1 : 2))',
    ],
    reason: 'only the sign of a comparison counts',
  },
  {
    file: 'load/week-statistics.ts',
    original: 'const dayMean = mean(dailyLoads) ?? 0',
    changed: ['const dayMean = mean(dailyLoads) ?? 1', 'const dayMean = mean(dailyLoads) ?? -1'],
    reason: 'a week has seven days',
  },
  {
    file: 'load/week-statistics.ts',
    original: 'const deviation = populationDeviation(dailyLoads) ?? 0',
    changed: [
      'const deviation = populationDeviation(dailyLoads) ?? 1',
      'const deviation = populationDeviation(dailyLoads) ?? -1',
    ],
    reason: 'a week has seven days',
  },
  {
    file: 'load/spikes.ts',
    original: 'return spikes.toSorted((a, b) => (a.date < b.date ? -1 : 1))',
    changed: ['return spikes.toSorted((a, b) => (a.date < b.date ? -1 : 0))'],
    reason: 'sorting asks only whether one comes before the other',
  },
]
