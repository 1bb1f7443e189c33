import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type FlagFacts, noFlagFacts } from './warning-flag.js'
import { warningFlags } from './warning-flags.js'

const flagsOf = (facts: Partial<FlagFacts>) =>
  warningFlags({ ...noFlagFacts, ...facts }, rulesInForce).flags.map(({ code, severity }) => `${code} ${severity}`)

const overall = (facts: Partial<FlagFacts>) => warningFlags({ ...noFlagFacts, ...facts }, rulesInForce).overall

const spike = { sessionLoad: 5000, prior30Days: [3800, 4000, 3500] }
const monotonous = { monotony: 2.2, weekTotal: 1600, own4WeekMean: 1500 }
const strained = { strain: 4200, strainHistory: [2000, 2200, 2100, 2500, 2300, 2400, 2600, 2200] }

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
    ["raises STRAIN when it exceeds every week of the athlete's history", strained, ['STRAIN amber']],
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
    ['raises nothing when push to pull is exactly 2 to 3', { pushSets28Days: 24, pullSets28Days: 36 }, []],
    ['raises nothing when push to pull is exactly 3 to 2', { pushSets28Days: 36, pullSets28Days: 24 }, []],
    ['raises nothing at 23 push and pull sets in all', { pushSets28Days: 23, pullSets28Days: 0 }, []],
    [
      'raises ASYMMETRY when the left side is weaker in the last three pairs',
      {
        leftRight: [
          [9, 9],
          [8, 10],
          [17, 20],
          [6, 8],
        ],
      },
      ['ASYMMETRY amber'],
    ],
    [
      'raises nothing when the weaker side changes',
      {
        leftRight: [
          [8, 10],
          [10, 8],
          [8, 10],
        ],
      },
      [],
    ],
    [
      'raises nothing when the sides differ by one rep',
      {
        leftRight: [
          [4, 5],
          [4, 5],
          [4, 5],
        ],
      },
      [],
    ],
    [
      'raises nothing when there are only two pairs',
      {
        leftRight: [
          [5, 10],
          [5, 10],
        ],
      },
      [],
    ],
    [
      'raises nothing when the sides of a hold differ by two seconds',
      {
        leftRight: [
          [8, 10],
          [8, 10],
          [8, 10],
        ],
        leftRightMetric: 'duration',
      },
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

  it('is red with three amber causes', () => {
    expect(overall({ ...spike, ...strained, rpeSameWork: [7, 7, 7.5, 9] })).toBe('red')
  })

  it('is green when every flag is information', () => {
    expect(overall({ ewmaRatio: 2 })).toBe('green')
  })
})
