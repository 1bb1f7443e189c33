import type { Equivalent } from './equivalent.js'

export const otherEquivalents: readonly Equivalent[] = [
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
    file: 'recovery/return-from-break.ts',
    original: 'for (const day of trainedOn.filter((one) => one < today).toReversed()) {',
    changed: ['for (const day of trainedOn.filter((one) => one <= today).toReversed()) {'],
    reason: 'today lies no days before today, which is no break',
  },
  {
    file: 'recovery/weeks-since-deload.ts',
    original: 'const usual = mean(before.map(({ sets }) => sets)) ?? 0',
    changed: [
      'const usual = mean(before.map(({ sets }) => sets)) ?? 1',
      'const usual = mean(before.map(({ sets }) => sets)) ?? -1',
    ],
    reason: 'a deload is due after weeks to take the mean of',
  },
  {
    file: 'recovery/weeks-since-deload.ts',
    original:
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -1 : 1))',
    changed: [
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday <= b.monday ? -1 : 1))',
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -2 : 1))',
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -1 : 2))',
    ],
    reason: 'only the sign of a comparison counts, and no Monday stands there twice',
  },
  {
    file: 'coach/session/balance-sets.ts',
    original:
      'const largest = (difference > 0 ? push : pull).reduce((most, part) => (losesFirst(part, most) ? part : most))',
    changed: [
      'const largest = (difference >= 0 ? push : pull).reduce((most, part) => (losesFirst(part, most) ? part : most))',
      'const largest = (difference > 1 ? push : pull).reduce((most, part) => (losesFirst(part, most) ? part : most))',
      'const largest = (difference > -1 ? push : pull).reduce((most, part) => (losesFirst(part, most) ? part : most))',
    ],
    reason: 'the difference is more than one set there',
  },
  {
    file: 'coach/session/balance-sets.ts',
    original: 'return compareCodePoints(part.choice.key, other.choice.key) > 0',
    changed: [
      'return compareCodePoints(part.choice.key, other.choice.key) >= 0',
      'return compareCodePoints(part.choice.key, other.choice.key) > -1',
    ],
    reason: 'no two parts are of one slot',
  },
  {
    file: 'recovery/weeks-since-deload.ts',
    original: 'return last !== undefined && daysBetween(last.monday, monday) > 14',
    changed: ['return last !== undefined && daysBetween(last.monday, monday) > 15'],
    reason: 'Mondays lie whole weeks apart',
  },
  {
    file: 'recovery/weeks-since-deload.ts',
    original:
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -1 : 1))',
    changed: [
      'return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -1 : 0))',
    ],
    reason: 'sorting asks only whether one comes before the other',
  },
  {
    file: 'workout/choose-swap.ts',
    original: 'return caps.length === 0 ? null : Math.min(...caps)',
    changed: ['return caps.length === -1 ? null : Math.min(...caps)'],
    reason: 'the least of no caps is no cap',
  },
  {
    file: 'workout/swap-options.ts',
    original: "const fit = options.filter(({ kind, chance }) => kind !== 'harder' || chance >= fitsFrom)",
    changed: ["const fit = options.filter(({ kind, chance }) => kind !== 'harder' || chance > fitsFrom)"],
    reason: 'no chance is exactly at the threshold',
  },
  {
    file: 'workout/swap-options.ts',
    original: "return above < 0 ? 'easier' : 'harder'",
    changed: ["return above <= 0 ? 'easier' : 'harder'"],
    reason: 'what is as hard is lateral before',
  },
]
