/** A place where changed code behaves exactly as before. */
export type Equivalent = {
  /** The path below `domain/`. */
  readonly file: string
  readonly original: string
  readonly changed: readonly string[]
  readonly reason: string
}

/**
 * The mutants that no test can kill. `npm run test:mutations` fails when one of them is killed, or
 * is no longer a mutant.
 */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'effort/estimate-max.ts',
    original: 'if (candidate.estimate !== best.estimate) return candidate.estimate > best.estimate',
    changed: ['if (candidate.estimate !== best.estimate) return candidate.estimate >= best.estimate'],
    reason: 'the two estimates differ there',
  },
  {
    file: 'levels/level-test.ts',
    original: 'return one.difficulty === other.difficulty ? one.slug < other.slug : one.difficulty < other.difficulty',
    changed: [
      'return one.difficulty === other.difficulty ? one.slug <= other.slug : one.difficulty < other.difficulty',
      'return one.difficulty === other.difficulty ? one.slug < other.slug : one.difficulty <= other.difficulty',
    ],
    reason: 'two exercises never share a slug, and the difficulties differ there',
  },
  {
    file: 'levels/red-flags.ts',
    original: 'return Math.max(0, ...painsNoted(sets.filter((set) => siteOf(set) === site)))',
    changed: [
      'return Math.max(1, ...painsNoted(sets.filter((set) => siteOf(set) === site)))',
      'return Math.max(-1, ...painsNoted(sets.filter((set) => siteOf(set) === site)))',
    ],
    reason: 'pain counts from 4 on, so that 1 or -1 says as little as 0',
  },
  {
    file: 'recovery/readiness.ts',
    original: 'return 100 * (1 - Math.min(Math.max(z * badSign, 0), zMax) / zMax)',
    changed: ['return 100 * (1 - Math.min(Math.max(z / badSign, 0), zMax) / zMax)'],
    reason: 'dividing by 1 or -1 is multiplying by it',
  },
  {
    file: 'training/performance.ts',
    original: 'pain: Math.max(0, ...exercise.sets.map(({ pain }) => pain ?? 0)),',
    changed: ['pain: Math.max(0, ...exercise.sets.map(({ pain }) => pain ?? -1)),'],
    reason: 'the worst pain is at least 0, whatever a set without any counts',
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
