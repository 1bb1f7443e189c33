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

it('matches the worked example', () => {
  const facts = { pain7Days: [2, 4], ...spike, ...monotonous, pushSets28Days: 30, pullSets28Days: 18 }
  expect(flagsOf(facts)).toEqual(['SESSION_SPIKE amber', 'MONOTONY amber', 'PUSH_PULL_BALANCE info'])
  expect(overall(facts)).toBe('amber')
})

it('is silent without facts', () => {
  expect(warningFlags(noFlagFacts, rulesInForce)).toEqual({ flags: [], overall: 'green' })
})

describe('each rule', () => {
  it.each<[string, Partial<FlagFacts>, string[]]>([
    ['pain of 6', { pain7Days: [0, 6] }, ['PAIN_HIGH red']],
    ['pain of 5', { pain7Days: [5] }, []],
    ['the same pain twice in three', { painLast3SameSite: [4, 0, 4] }, ['PAIN_PERSISTENT red']],
    ['the same pain once', { painLast3SameSite: [4, 3, 3] }, []],
    ['a large spike', { ...spike, sessionLoad: 8001 }, ['SESSION_SPIKE red']],
    [
      'a hard session after a break',
      { sessionLoad: 7000, prior30Days: [], priorLast3: [5000, 4500, 4000] },
      ['SESSION_SPIKE amber'],
    ],
    ['no known sessions before', { sessionLoad: 7000, priorLast3: [5000, 4500, 4000] }, []],
    ['equal days in an easy week', { ...monotonous, weekTotal: 1499 }, ['MONOTONY info']],
    ['equal days in an unknown week', { monotony: 2 }, ['MONOTONY info']],
    ['strain beyond the own history', strained, ['STRAIN amber']],
    ['strain with seven weeks of history', { ...strained, strainHistory: strained.strainHistory.slice(1) }, []],
    ['a load ratio above 1.5', { ewmaRatio: 1.51 }, ['LOAD_RATIO info']],
    ['a load ratio of 1.5', { ewmaRatio: 1.5 }, []],
    ['no pull sets', { pushSets28Days: 24, pullSets28Days: 0 }, ['PUSH_PULL_BALANCE info']],
    ['few push sets', { pushSets28Days: 9, pullSets28Days: 15 }, ['PUSH_PULL_BALANCE info']],
    ['exactly 2 to 3', { pushSets28Days: 24, pullSets28Days: 36 }, []],
    ['exactly 3 to 2', { pushSets28Days: 36, pullSets28Days: 24 }, []],
    ['23 sets in all', { pushSets28Days: 23, pullSets28Days: 0 }, []],
    [
      'the left side weaker three times',
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
      'sides that change',
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
      'a difference of one rep',
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
      'two pairs only',
      {
        leftRight: [
          [5, 10],
          [5, 10],
        ],
      },
      [],
    ],
    [
      'two seconds of a hold',
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
    ['a drop in two sessions', { performanceZ: [0, -2, -2.5] }, ['PERFORMANCE_DROP amber']],
    ['a drop in one session', { performanceZ: [-2.5] }, []],
    ['the same work 1.5 harder', { rpeSameWork: [9, 7, 7, 7.5, 8.5] }, ['RPE_DRIFT amber']],
    ['three ratings only', { rpeSameWork: [6, 6, 9] }, []],
  ])('on %s', (_, facts, expected) => {
    expect(flagsOf(facts)).toEqual(expected)
  })
})

describe('overall', () => {
  it('counts monotony and strain, both amber, as one', () => {
    const facts = { ...monotonous, ...strained, rpeSameWork: [7, 7, 7.5, 9] }
    expect(flagsOf(facts)).toHaveLength(3)
    expect(overall(facts)).toBe('amber')
  })

  it('is red with three causes', () => {
    expect(overall({ ...spike, ...strained, rpeSameWork: [7, 7, 7.5, 9] })).toBe('red')
  })

  it('is green with information only', () => {
    expect(overall({ ewmaRatio: 2 })).toBe('green')
  })
})
