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
    file: 'training/decide-exercise.ts',
    original:
      'const gapDays = standing.working === null || lastTrainedOn === null ? 0 : daysBetween(lastTrainedOn, session.date)',
    changed: [
      'const gapDays = standing.working === null || lastTrainedOn === null ? 1 : daysBetween(lastTrainedOn, session.date)',
      'const gapDays = standing.working === null || lastTrainedOn === null ? -1 : daysBetween(lastTrainedOn, session.date)',
    ],
    reason: 'a break takes nothing back before its 14th day, so that one day is as good as none',
  },
  {
    file: 'training/performance.ts',
    original: 'pain: Math.max(0, ...exercise.sets.map(({ pain }) => pain ?? 0)),',
    changed: ['pain: Math.max(0, ...exercise.sets.map(({ pain }) => pain ?? -1)),'],
    reason: 'the worst pain is at least 0, whatever a set without any counts',
  },
]
