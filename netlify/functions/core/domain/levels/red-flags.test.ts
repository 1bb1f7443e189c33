import { describe, expect, it } from 'vitest'
import type { PainSite } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { redFlags } from './red-flags.js'

const pullUp = exercise('pull-up', { category: 'Pull' })
const library = libraryWith(exercise('push-up'), pullUp)
const today = '2026-11-22'

type Hurt = readonly [date: string, pain: number, painSite?: PainSite | null]

const trainingLogOf = (days: readonly Hurt[], more: Partial<Work> = {}): TrainingLog => ({
  sessions: days.map(([date, pain, painSite = null]) =>
    sessionOn(date, { exercise: 'push-up', actual: [5], pain, painSite, ...more }),
  ),
  directives: [],
})

const flagsOf = (...days: Hurt[]) =>
  redFlags(trainingLogOf(days), library, 'Push', today, rulesInForce).map(({ code, on }) => `${on} ${code}`)

describe('redFlags', () => {
  it('raises PAIN_HIGH on the day of a session with pain above 5', () => {
    expect(flagsOf(['2026-11-20', 5], ['2026-11-21', 6])).toContain('2026-11-21 PAIN_HIGH')
  })

  it('does not raise PAIN_HIGH at pain of exactly 5', () => {
    expect(flagsOf(['2026-11-20', 5])).toEqual([])
  })

  it('raises PAIN_PERSISTENT when one site hurts at 4 or more in two of three sessions', () => {
    expect(flagsOf(['2026-11-16', 4, 'elbow'], ['2026-11-18', 0], ['2026-11-20', 4, 'elbow'])).toEqual([
      '2026-11-20 PAIN_PERSISTENT',
    ])
  })

  it('does not add up pain at different sites', () => {
    expect(flagsOf(['2026-11-18', 4, 'elbow'], ['2026-11-20', 4, 'wrist'])).toEqual([])
  })

  it('does not add up pain in sessions more than three apart', () => {
    expect(
      flagsOf(['2026-11-16', 4, 'elbow'], ['2026-11-17', 0], ['2026-11-18', 0], ['2026-11-20', 4, 'elbow']),
    ).toEqual([])
  })

  it('skips sessions of other categories when it counts sessions', () => {
    const pullUps = ['2026-11-17', '2026-11-18'].map((date) => sessionOn(date, { exercise: pullUp.id, actual: [5] }))
    const { sessions } = trainingLogOf([
      ['2026-11-16', 4, 'elbow'],
      ['2026-11-20', 4, 'elbow'],
    ])
    const trainingLog = { sessions: [...sessions, ...pullUps], directives: [] }
    expect(redFlags(trainingLog, library, 'Push', today, rulesInForce)).toEqual([
      { code: 'PAIN_PERSISTENT', on: '2026-11-20' },
    ])
  })

  it('counts pain without a site as one site of its own', () => {
    expect(flagsOf(['2026-11-18', 4], ['2026-11-20', 4])).toEqual(['2026-11-20 PAIN_PERSISTENT'])
  })

  it('looks back 14 days, today included', () => {
    expect(flagsOf(['2026-11-09', 6])).toEqual(['2026-11-09 PAIN_HIGH'])
    expect(flagsOf(['2026-11-08', 6])).toEqual([])
  })

  it('ignores pain in other categories', () => {
    const trainingLog = trainingLogOf([['2026-11-20', 9]])
    expect(redFlags(trainingLog, library, 'Pull', today, rulesInForce)).toEqual([])
  })

  it('does not depend on the order of the sessions', () => {
    const days: Hurt[] = [
      ['2026-11-16', 4, 'elbow'],
      ['2026-11-18', 7, 'elbow'],
      ['2026-11-20', 1, 'elbow'],
    ]
    expect(flagsOf(...days.toReversed())).toEqual(flagsOf(...days))
    expect(flagsOf(...days)).toEqual([
      '2026-11-18 PAIN_HIGH',
      '2026-11-18 PAIN_PERSISTENT',
      '2026-11-20 PAIN_PERSISTENT',
    ])
  })
})
