import type { Equivalent } from './equivalent.js'

export const warningsEquivalents: readonly Equivalent[] = [
  {
    file: 'warnings/evidence/load-evidence.ts',
    original: 'return categorySets7Days ?? 0',
    changed: ['return categorySets7Days ?? 1', 'return categorySets7Days ?? -1'],
    reason: 'the sets of a week are always counted',
  },
  {
    file: 'warnings/evidence/pain-evidence.ts',
    original: 'return Math.max(0, ...pains.map(({ pain }) => pain ?? 0))',
    changed: ['return Math.max(0, ...pains.map(({ pain }) => pain ?? -1))'],
    reason: 'the worst pain is at least 0, whatever a set without any counts',
  },
  {
    file: 'warnings/evidence/performance-evidence.ts',
    original: 'if (!first || !newest || !isCurrent(newest.on, situation, rules)) return []',
    changed: ['if (!first && !newest || !isCurrent(newest.on, situation, rules)) return []'],
    reason: 'a list that has a first element has a last one',
  },
  {
    file: 'warnings/explain-flag.ts',
    original: "const weaker = left < right ? 'left' : 'right'",
    changed: ["const weaker = left <= right ? 'left' : 'right'"],
    reason: 'one side is weaker, else there is no warning to explain',
  },
  {
    file: 'warnings/load-flags.ts',
    original: 'const limit = (mean(strainHistory) ?? 0) + deviations * (sampleDeviation(strainHistory) ?? 0)',
    changed: [
      'const limit = (mean(strainHistory) ?? 1) + deviations * (sampleDeviation(strainHistory) ?? 0)',
      'const limit = (mean(strainHistory) ?? -1) + deviations * (sampleDeviation(strainHistory) ?? 0)',
      'const limit = (mean(strainHistory) ?? 0) + deviations * (sampleDeviation(strainHistory) ?? 1)',
      'const limit = (mean(strainHistory) ?? 0) + deviations * (sampleDeviation(strainHistory) ?? -1)',
    ],
    reason: 'eight weeks and more have a mean and a deviation',
  },
  {
    file: 'warnings/performance-flags.ts',
    original: 'const isRepeated = directions.every((direction) => direction !== 0 && direction === directions[0])',
    changed: ['const isRepeated = directions.every((direction) => direction !== 0 && direction === directions[1])'],
    reason: 'directions that are all equal to the second one are all equal to the first',
  },
]
