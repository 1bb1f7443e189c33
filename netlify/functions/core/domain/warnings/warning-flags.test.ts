import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type FlagFacts, noFlagFacts } from './warning-flag.js'
import { warningFlags } from './warning-flags.js'

const flagsOf = (facts: Partial<FlagFacts>) =>
  warningFlags({ ...noFlagFacts, ...facts }, rulesInForce).flags.map(({ code, severity }) => `${code} ${severity}`)

const overall = (facts: Partial<FlagFacts>) => warningFlags({ ...noFlagFacts, ...facts }, rulesInForce).overall

const spike = { sessionLoad: 5000, prior30Days: [3800, 4000, 3500] }
const monotonous = { monotony: 2.2, weekTotal: 1600, own4WeekMean: 1500 }
const uneven = [2000, 2000, 2000, 2000, 2400, 2400, 2400, 2400]
const strained = { strain: 4200, strainHistory: [2000, 2200, 2100, 2500, 2300, 2400, 2600, 2200] }

const sides = (...leftRight: [left: number, right: number][]) => ({ leftRight })

it('raises the three flags of the worked example', () => {
  const facts = { pain7Days: [2, 4], ...spike, ...monotonous, pushSets28Days: 30, pullSets28Days: 18 }
  expect(flagsOf(facts)).toEqual(['SESSION_SPIKE amber', 'MONOTONY amber', 'PUSH_PULL_BALANCE info'])
  expect(overall(facts)).toBe('amber')
})

it('raises nothing without facts', () => {
  expect(warningFlags(noFlagFacts, rulesInForce)).toEqual({ flags: [], overall: 'green' })
})

describe('warningFlags', () => {
  it.each<[string, Partial<FlagFacts>, string[]]>([
    ['raises PAIN_HIGH at pain of 6', { pain7Days: [0, 6] }, ['PAIN_HIGH red']],
    ['raises nothing at pain of 5', { pain7Days: [5] }, []],
    [
      'raises PAIN_PERSISTENT when the same site hurts in two of three sessions',
      { painLast3SameSite: [4, 0, 4] },
      ['PAIN_PERSISTENT red'],
    ],
    ['raises nothing when the same site hurt in an older session', { painLast3SameSite: [4, 0, 0, 4] }, []],
    ['raises nothing when the same site hurts in one of three sessions', { painLast3SameSite: [4, 3, 3] }, []],
    ['raises SESSION_SPIKE as red when the spike is large', { ...spike, sessionLoad: 8001 }, ['SESSION_SPIKE red']],
    [
      'raises SESSION_SPIKE by the last three sessions when the 30 days before are empty',
      { sessionLoad: 7000, prior30Days: [], priorLast3: [5000, 4500, 4000] },
      ['SESSION_SPIKE amber'],
    ],
    ['raises nothing when the 30 days before are not known', { sessionLoad: 7000, priorLast3: [5000, 4500, 4000] }, []],
    ['raises MONOTONY as information in an easy week', { ...monotonous, weekTotal: 1499 }, ['MONOTONY info']],
    ['raises MONOTONY as information when the usual week is not known', { monotony: 2 }, ['MONOTONY info']],
    [
      'raises MONOTONY as information when there are no weeks before',
      { monotony: 2, weekTotal: 1600 },
      ['MONOTONY info'],
    ],
    ["raises STRAIN when it exceeds every week of the athlete's history", strained, ['STRAIN amber']],
    // mean 2200 and sample deviation 213.8: the limit is 2627.6
    ['raises nothing for strain just below two deviations', { strain: 2627, strainHistory: uneven }, []],
    ['raises STRAIN just above two deviations', { strain: 2628, strainHistory: uneven }, ['STRAIN amber']],
    ['raises nothing for the strain of every week', { strain: 2000, strainHistory: Array(8).fill(2000) }, []],
    ['raises nothing for strain without a history', { strain: 4200 }, []],
    [
      'raises nothing for strain with only seven weeks of history',
      { ...strained, strainHistory: strained.strainHistory.slice(1) },
      [],
    ],
    ['raises LOAD_RATIO above 1.5', { ewmaRatio: 1.51 }, ['LOAD_RATIO info']],
    ['raises nothing at a load ratio of 1.5', { ewmaRatio: 1.5 }, []],
    [
      'raises PUSH_PULL_BALANCE when there are no pull sets',
      { pushSets28Days: 24, pullSets28Days: 0 },
      ['PUSH_PULL_BALANCE info'],
    ],
    [
      'raises PUSH_PULL_BALANCE when there are few push sets',
      { pushSets28Days: 9, pullSets28Days: 15 },
      ['PUSH_PULL_BALANCE info'],
    ],
    ['raises nothing when only push sets are known', { pushSets28Days: 30 }, []],
    ['raises nothing when push to pull is exactly 2 to 3', { pushSets28Days: 24, pullSets28Days: 36 }, []],
    ['raises nothing when push to pull is exactly 3 to 2', { pushSets28Days: 36, pullSets28Days: 24 }, []],
    ['raises nothing at 23 push and pull sets in all', { pushSets28Days: 23, pullSets28Days: 0 }, []],
    [
      'raises ASYMMETRY when the left side is weaker in the last three pairs',
      sides([9, 9], [8, 10], [17, 20], [6, 8]),
      ['ASYMMETRY amber'],
    ],
    [
      'raises ASYMMETRY when the right side is weaker in the last three pairs',
      sides([10, 8], [20, 17], [8, 6]),
      ['ASYMMETRY amber'],
    ],
    ['raises nothing when the right side was as strong once', sides([10, 8], [10, 10], [10, 8]), []],
    ['raises nothing when the left side was as strong once', sides([8, 10], [10, 10], [8, 10]), []],
    // 14.3 % of the larger side, and 16.7 % of the smaller
    ['raises nothing when the sides differ by three reps of 21', sides([18, 21], [18, 21], [18, 21]), []],
    [
      'raises nothing when the sides of a hold differ by 14.9 %',
      { ...sides([57, 67], [57, 67], [57, 67]), leftRightMetric: 'duration' },
      [],
    ],
    [
      'raises ASYMMETRY when the sides of a hold differ by three seconds of 20',
      { ...sides([17, 20], [17, 20], [17, 20]), leftRightMetric: 'duration' },
      ['ASYMMETRY amber'],
    ],
    ['raises nothing when the weaker side changes', sides([8, 10], [10, 8], [8, 10]), []],
    ['raises nothing when the sides differ by one rep', sides([4, 5], [4, 5], [4, 5]), []],
    ['raises nothing when there are only two pairs', sides([5, 10], [5, 10]), []],
    [
      'raises nothing when the sides of a hold differ by two seconds',
      { ...sides([8, 10], [8, 10], [8, 10]), leftRightMetric: 'duration' },
      [],
    ],
    ['raises PERFORMANCE_DROP after two low sessions', { performanceZ: [0, -2, -2.5] }, ['PERFORMANCE_DROP amber']],
    ['raises nothing after one low session', { performanceZ: [-2.5] }, []],
    ['raises RPE_DRIFT when the same work is 1.5 harder', { rpeSameWork: [9, 7, 7, 7.5, 8.5] }, ['RPE_DRIFT amber']],
    ['raises nothing for RPE with only three ratings', { rpeSameWork: [6, 6, 9] }, []],
  ])('%s', (_, facts, expected) => {
    expect(flagsOf(facts)).toEqual(expected)
  })
})

describe('the overall colour', () => {
  it('is amber when monotony and strain, which count as one cause, are amber with one more', () => {
    const facts = { ...monotonous, ...strained, rpeSameWork: [7, 7, 7.5, 9] }
    expect(flagsOf(facts)).toHaveLength(3)
    expect(overall(facts)).toBe('amber')
  })

  it('is red when two more come to monotony and strain', () => {
    expect(overall({ ...monotonous, ...strained, ...spike, rpeSameWork: [7, 7, 7.5, 9] })).toBe('red')
  })

  it('is red with three amber causes', () => {
    expect(overall({ ...spike, ...strained, rpeSameWork: [7, 7, 7.5, 9] })).toBe('red')
  })

  it('is green when every flag is information', () => {
    expect(overall({ ewmaRatio: 2 })).toBe('green')
  })
})
