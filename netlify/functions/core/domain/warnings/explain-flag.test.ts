import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainFlag, type FlagSubject } from './explain-flag.js'
import { type FlagCode, type FlagFacts, noFlagFacts } from './warning-flag.js'

const about: FlagSubject = { category: 'Push', exerciseName: 'Archer Push-up', painSite: 'elbow' }
const explained = (code: FlagCode, facts: Partial<FlagFacts>, subject: Partial<FlagSubject> = {}) =>
  explainFlag(code, { ...noFlagFacts, ...facts }, { ...about, ...subject }, rulesInForce)

describe('explainFlag', () => {
  it.each<[FlagCode, Partial<FlagFacts>, object, string]>([
    [
      'PAIN_HIGH',
      { pain7Days: [2, 7, 6] },
      { painMax7Days: 7 },
      'Pain of 7 out of 10 (elbow) was noted in the last 7 days: leave out what hurts, and seek advice if it lasts.',
    ],
    [
      'PAIN_PERSISTENT',
      { painLast3SameSite: [4, 3, 5] },
      { times: 2, painMax: 5 },
      'The same pain (elbow) came back in 2 of your last 3 sessions: leave out what hurts, and seek advice if it lasts.',
    ],
    [
      'SESSION_SPIKE',
      { sessionLoad: 5000, prior30Days: [3800, 4000, 3500], priorLast3: [3800, 4000, 3500] },
      { sessionLoad: 5000, reference: 4000, ratio: 1.25 },
      'A Push session was 25 % above the largest of the 30 days before it; in runners, such jumps went with more injuries.',
    ],
    [
      'SESSION_SPIKE',
      { sessionLoad: 12_500, prior30Days: [4000], priorLast3: [5000, 4500, 4000] },
      { sessionLoad: 12_500, reference: 5000, ratio: 2.5 },
      'A Push session was 150 % above the largest of your last three before it; in runners, such jumps went with more injuries.',
    ],
    [
      'MONOTONY',
      { monotony: 2.25, weekTotal: 1600, own4WeekMean: 1500 },
      { monotony: 2.25, weekTotal: 1600, own4WeekMean: 1500 },
      'The days of your last week were much alike (monotony 2.3): let hard and easy days take turns.',
    ],
    [
      'STRAIN',
      { strain: 4200, strainHistory: [2000, 2200, 2400] },
      { strain: 4200, ownMean: 2200, ownDeviation: 200, weeks: 3 },
      'The strain of your last week (4200) is far above your own usual (2200).',
    ],
    [
      'LOAD_RATIO',
      { ewmaRatio: 1.62 },
      { ewmaRatio: 1.62 },
      'Your load of late is 1.6 times that of the last four weeks. Information only: the ratio does not predict injury.',
    ],
    [
      'PUSH_PULL_BALANCE',
      { pushSets28Days: 30, pullSets28Days: 20 },
      { pushSets28Days: 30, pullSets28Days: 20, ratio: 1.5 },
      'In 28 days you did 30 push and 20 pull sets: more of the smaller would balance them.',
    ],
    [
      'ASYMMETRY',
      {
        leftRight: [
          [6, 9],
          [8, 10],
        ],
      },
      { left: 8, right: 10, differencePercent: 20 },
      'In Archer Push-up the left side was weaker 3 times in a row, last 8 left and 10 right: begin with that side.',
    ],
    [
      'ASYMMETRY',
      { leftRight: [[10, 8]] },
      { left: 10, right: 8, differencePercent: 20 },
      'In Archer Push-up the right side was weaker 3 times in a row, last 10 left and 8 right: begin with that side.',
    ],
    [
      'PERFORMANCE_DROP',
      { performanceZ: [0.5, -2.1, -2.4] },
      { residualBefore: -2.1, residualLast: -2.4 },
      'Your last 2 Push sessions were clearly below what was to be expected: sleep, food and rest come first.',
    ],
    [
      'RPE_DRIFT',
      { rpeSameWork: [9, 6, 7, 7.5, 8.5] },
      { rpeLast: 8.5, rpeUsual: 7 },
      'The same work in Archer Push-up felt like RPE 8.5, and like 7 before.',
    ],
    [
      'VOLUME_HIGH',
      { categorySets7Days: 42, categorySetsUsual: 41.5 },
      { categorySets7Days: 42, categorySetsUsual: 41.5 },
      'Push had 42 hard sets in 7 days, more than 25: fewer sets would leave you room to recover.',
    ],
    [
      'VOLUME_HIGH',
      { categorySets7Days: 18, categorySetsUsual: 9.75 },
      { categorySets7Days: 18, categorySetsUsual: 9.75 },
      'Push had 18 hard sets in 7 days, and about 10 a week before: add sets more slowly.',
    ],
    [
      'VOLUME_HIGH',
      { categorySets7Days: 25, categorySetsUsual: 10 },
      { categorySets7Days: 25, categorySetsUsual: 10 },
      'Push had 25 hard sets in 7 days, and about 10 a week before: add sets more slowly.',
    ],
  ])('explains %s by what it looked at: %o', (code, facts, inputs, explanation) => {
    expect(explained(code, facts)).toMatchObject({ ruleId: `warning.${code.toLowerCase()}`, inputs, explanation })
  })

  it('names no place when nobody said where it hurt', () => {
    expect(explained('PAIN_HIGH', { pain7Days: [7] }, { painSite: null }).explanation).toContain(
      'Pain of 7 out of 10 was noted',
    )
    expect(explained('PAIN_PERSISTENT', { painLast3SameSite: [4, 4] }, { painSite: null }).explanation).toContain(
      'The same pain came back in 2',
    )
  })

  it('gives no ratio of push to pull when there was no pull', () => {
    expect(explained('PUSH_PULL_BALANCE', { pushSets28Days: 30, pullSets28Days: 0 }).inputs).toEqual({
      pushSets28Days: 30,
      pullSets28Days: 0,
      ratio: null,
    })
  })

  it.each<[FlagCode, Partial<FlagFacts>]>([
    ['PAIN_HIGH', {}],
    ['ASYMMETRY', { leftRight: [] }],
  ])('refuses to explain %s without the facts it rests on', (code, facts) => {
    expect(() => explained(code, facts)).toThrow('lacks the facts')
  })
})
